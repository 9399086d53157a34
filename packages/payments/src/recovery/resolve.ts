import type { Engine } from '../engine.ts';
import { reverse } from '../follow/reverse.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import { inquire } from './inquire.ts';
import { requestReview } from './review.ts';
import type { Step } from './steps.ts';
import { stepsOf } from './steps.ts';

/** More steps than a payment can need at one time; a defect must not turn into an endless loop of calls. */
const mostSteps = 20;

/** Does for one payment whatever is due now: looks, sends again, gives back, hands over. */
export async function resolve(engine: Engine, payment: string): Promise<LoadedPayment> {
  const { clock, log, schedule } = engine;
  let loaded = await conclude(engine, await log.load(payment));
  for (let count = 0; count < mostSteps; count += 1) {
    const now = clock.now();
    const step = stepsOf(loaded.state, schedule, now).find(({ at }) => at <= now);
    const next = step === undefined ? loaded : await take(engine, loaded, step);
    if (next.version === loaded.version) return next;
    loaded = next;
  }
  return loaded;
}

async function take(engine: Engine, loaded: LoadedPayment, step: Step): Promise<LoadedPayment> {
  switch (step.kind) {
    case 'conclude':
      return await conclude(engine, loaded);
    case 'look':
      return await inquire(engine, loaded, step.reference);
    case 'review':
      return await requestReview(engine, loaded, step.review);
    case 'reverse':
      return await reverse(engine, loaded, step.surplus);
  }
}

/** Every writing draws its conclusions; this one has nothing else to say. */
async function conclude({ log }: Engine, loaded: LoadedPayment): Promise<LoadedPayment> {
  return await log.amend(loaded, () => []);
}
