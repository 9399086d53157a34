import type { PaymentEvent } from '../model/event.ts';
import { conclusionsOf } from '../reduce/conclude.ts';
import { reduce, settle } from '../reduce/reduce.ts';
import type { PaymentState } from '../reduce/state.ts';

/** A payment as it was read or written last. */
export interface LoadedPayment {
  readonly payment: string;
  readonly version: number;
  readonly events: readonly PaymentEvent[];
  readonly state: PaymentState;
}

/** A payment of which nothing is known. */
export function emptyPayment(payment: string): LoadedPayment {
  return { payment, version: 0, events: [], state: { operations: [] } };
}

export function loadedFrom(payment: string, events: readonly PaymentEvent[]): LoadedPayment {
  return { payment, version: events.length, events, state: reduce(events) };
}

/** The payment with these events and what they settle. The same payment when there is nothing to add. */
export function extend(
  before: LoadedPayment,
  news: readonly PaymentEvent[],
  graceMilliseconds: number,
  now: number,
): LoadedPayment {
  const added = inTime(before, news);
  const after = added.length === 0 ? before : loadedFrom(before.payment, [...before.events, ...added]);
  const conclusions = inTime(after, conclusionsOf(after.state, graceMilliseconds, now));
  if (conclusions.length === 0) return after;
  const events = [...after.events, ...conclusions];
  return { payment: before.payment, version: events.length, events, state: settle(after.state, conclusions) };
}

/**
 * Clocks are set back, and stand still for as long as a millisecond. What is written later is not dated earlier, and no
 * two pieces of evidence alike, or an older word would be taken for the newest.
 */
function inTime<Event extends PaymentEvent>({ events }: LoadedPayment, news: readonly Event[]): readonly Event[] {
  if (news.length === 0) return news;
  let last = events.at(-1)?.at ?? -Infinity;
  let said = events.findLast(({ type }) => type === 'evidence')?.at ?? -Infinity;
  return news.map((event) => {
    const isEvidence = event.type === 'evidence';
    last = Math.max(event.at, last, isEvidence ? said + 1 : last);
    if (isEvidence) said = last;
    return event.at === last ? event : { ...event, at: last };
  });
}
