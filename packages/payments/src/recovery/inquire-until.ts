import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import { isDecided } from '../reduce/running.ts';
import { attemptOf } from '../run/find.ts';
import { wait } from '../run/wait.ts';
import { lookupsOf } from './due.ts';
import { inquire } from './inquire.ts';
import { wayOf } from './ways.ts';

/** Looks an unclear attempt up, at the pace of the schedule, until it is clear or the merchant waits no longer. */
export async function inquireUntil(
  engine: Engine,
  from: LoadedPayment,
  reference: string,
  { until, signal }: { readonly until: number; readonly signal?: AbortSignal | undefined },
): Promise<LoadedPayment> {
  const { clock, schedule, providers } = engine;
  let loaded = from;
  for (let look = 0; ; look += 1) {
    const found = attemptOf(loaded.state, reference);
    if (found === undefined || found.attempt.status !== 'unknown' || isDecided(found.attempt)) return loaded;
    const { operation, attempt } = found;
    const provider = providers.get(attempt.begun.provider);
    const delay = schedule.delaysMilliseconds[look];
    const now = clock.now();
    if (delay === undefined || now + delay >= until || signal?.aborted === true) return loaded;
    if (lookupsOf(attempt) >= schedule.lookupsBeforeReview) return loaded;
    if (wayOf({ provider, operation, attempt, schedule, now }).kind !== 'lookup') return loaded;
    await wait(clock, delay, signal);
    loaded = await inquire(engine, loaded, reference);
  }
}
