import type { Target } from '../target.ts';
import { paycrossWorld } from '../worlds/paycross.ts';
import { paymegaWorld } from '../worlds/paymega.ts';
import type { FuzzWorld } from '../worlds/scenario.ts';
import { answerTarget } from './answers.ts';
import { optionTarget } from './options.ts';
import { requestTarget } from './requests.ts';
import { returnTarget } from './returns.ts';
import { cardTarget, decimalTarget, jsonTarget, moneyTarget, storageTarget } from './values.ts';
import { signedWebhookTarget, unsignedWebhookTarget } from './webhooks.ts';

/** Every parser that meets the outside. */
export async function allTargets(): Promise<readonly Target[]> {
  const worlds = [await paymegaWorld(), await paycrossWorld()];
  return [...worlds.flatMap(targetsOf), cardTarget, moneyTarget, decimalTarget, storageTarget, jsonTarget];
}

function targetsOf(world: FuzzWorld): readonly Target[] {
  return [
    answerTarget(world),
    signedWebhookTarget(world),
    unsignedWebhookTarget(world),
    returnTarget(world),
    requestTarget(world),
    optionTarget(world),
  ];
}
