import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import { isUnclear } from '../reduce/running.ts';
import { attemptOf } from '../run/find.ts';
import { wait } from '../run/wait.ts';
import { inquire } from './inquire.ts';
import { lookupsOf } from './looks.ts';
import { wayOf } from './ways.ts';

/** Looks an unclear attempt up, at the pace of the schedule, until it is clear or the merchant waits no longer. */
export async function inquireUntil(
  engine: Engine,
  from: LoadedPayment,
  reference: string,
  { until, signal }: { readonly until: number; readonly signal?: AbortSignal | undefined },
): Promise<LoadedPayment> {
  const { clock, log, schedule } = engine;
  const isCanceled = (): boolean => signal?.aborted === true;
  let loaded = from;
  for (const delay of schedule.delaysMilliseconds) {
    if (!mayAsk(engine, loaded, reference) || clock.now() + delay >= until || isCanceled()) return loaded;
    await wait(clock, delay, signal);
    if (isCanceled()) return loaded;
    const before = lookupsIn(loaded, reference);
    loaded = await log.load(from.payment);
    // Whoever has asked meanwhile has asked for all who wait.
    const isNew = lookupsIn(loaded, reference) > before;
    if (!isNew && mayAsk(engine, loaded, reference)) loaded = await inquire(engine, loaded, reference, signal);
  }
  return loaded;
}

/** Whether there is something to ask, and somebody who can be asked. The last lookups are left for recovery. */
function mayAsk({ clock, schedule, providers }: Engine, { state }: LoadedPayment, reference: string): boolean {
  const found = attemptOf(state, reference);
  if (found === undefined || found.operation.settled !== undefined || !isUnclear(found.attempt)) return false;
  if (lookupsOf(found.attempt) >= schedule.lookupsBeforeReview - 1) return false;
  const provider = providers.get(found.attempt.begun.provider);
  return wayOf({ provider, schedule, now: clock.now(), ...found }).kind === 'lookup';
}

function lookupsIn({ state }: LoadedPayment, reference: string): number {
  const found = attemptOf(state, reference);
  return found === undefined ? 0 : lookupsOf(found.attempt);
}
