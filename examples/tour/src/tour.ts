import { chargeCards } from './scenarios/cards.ts';
import { gatherEvidence } from './scenarios/evidence.ts';
import { payOnHostedPage } from './scenarios/hosted-page.ts';
import { Stage } from './scenarios/stage.ts';
import type { Step } from './scenarios/step.ts';
import { storeCards } from './scenarios/stored-cards.ts';
import { payInTwoSteps } from './scenarios/two-steps.ts';
import { openPayCross } from './worlds/paycross.ts';
import { openPaymega } from './worlds/paymega.ts';
import type { World } from './worlds/world.ts';

const scenarios = [storeCards, chargeCards, payOnHostedPage, payInTwoSteps, gatherEvidence];

/** Plays every scenario at both providers; the same step of both stands side by side. */
export async function playTour(): Promise<readonly Step[]> {
  const worlds = await Promise.all([openPaymega(), openPayCross()]);
  try {
    return sideBySide((await Promise.all(worlds.map(playIn))).flat());
  } finally {
    await Promise.all(worlds.map((world) => world.close()));
  }
}

async function playIn(world: World): Promise<readonly Step[]> {
  const stage = new Stage(world);
  for (const scenario of scenarios) await scenario(stage);
  return stage.steps;
}

function sideBySide(steps: readonly Step[]): readonly Step[] {
  const byStory = Map.groupBy(steps, ({ operation, story }) => `${operation} ${story}`);
  return [...byStory.values()].flat();
}
