import type { OperationResult } from '@ducat/payments';
import type { Send } from '@ducat/simulator';
import { between } from '../chance/choose.ts';
import type { Dice } from '../chance/dice.ts';
import type { Injector } from '../faults/injector.ts';
import type { Process } from '../process/process.ts';
import type { Trace } from '../trace/trace.ts';
import type { Marks } from './marks.ts';
import type { Merchant } from './merchant.ts';
import type { Plan } from './plan.ts';
import { walk } from './shopper.ts';
import type { Told } from './told.ts';

export interface ChallengeSurroundings {
  readonly merchant: Merchant;
  readonly dice: Dice;
  readonly injector: Injector;
  readonly marks: Marks;
  readonly trace: Trace;
  readonly told: Told;
  readonly browser: Send;
  readonly pick: (number: number) => Process | undefined;
}

type Waiting = OperationResult & { readonly status: 'action_required' };

const minute = 60_000;

/** The shopper goes through the challenge, or leaves it; the payment goes on in any process. */
export async function pass(around: ChallengeSurroundings, plan: Plan, result: Waiting): Promise<void> {
  const { dice, injector, marks, trace, merchant } = around;
  const random = dice.stream(`challenge/${result.key}`);
  if (injector.person(plan.key, `challenge/${result.key}`, 'abandoned', 5)) {
    marks.add(result.key, 'abandoned');
    marks.meet(injector, result.continuation, { place: placeOf(result), step: stepAt(result) });
    trace.tell(plan.key, `the shopper leaves the challenge of ${result.key}`, true);
    return;
  }
  await merchant.pause(between(random, 5000, 5 * minute));
  const end = await walk(result.action, around.browser, random);
  trace.tell(plan.key, `the shopper has ${end.kind} from the challenge of ${result.key}`);
  if (end.kind === 'stopped') return;
  const request = {
    continuation: result.continuation,
    ...(end.answer === undefined || result.action.kind === 'redirect' ? {} : { answer: end.answer }),
  };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const process = around.pick(random.integer(8));
    trace.tell(plan.key, `the payment goes on in ${process?.name ?? 'no process'}`);
    const began = around.told.moment();
    const answer = await process?.ask((payments) => payments.resume(request));
    if (answer?.kind === 'result') {
      around.told.result(plan.key, answer.value, 'resume', began);
      trace.tell(plan.key, `the merchant hears that ${result.key} is ${answer.value.status}`);
      if (answer.value.status !== 'unknown' && answer.value.status !== 'action_required') return;
    }
    await merchant.pause(between(random, 2000, 10 * minute));
  }
}

function placeOf(result: Waiting): 'paymega' | 'paycross' {
  return result.provider === 'paymega' ? 'paymega' : 'paycross';
}

/** Where the card was presented that is to be confirmed. */
function stepAt(result: Waiting): 'sale' | 'payment' | 'authorization' | 'tokenization' {
  if (placeOf(result) === 'paymega') return 'sale';
  if (result.operation === 'authorize') return 'authorization';
  return result.operation === 'tokenize' ? 'tokenization' : 'payment';
}
