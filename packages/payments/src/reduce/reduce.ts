import type { AttemptBegun, OperationBegun, OperationSettled, PaymentEvent, ReviewRequested } from '../model/event.ts';
import { isFirstOperation } from '../model/operation.ts';
import { attemptState } from './attempt.ts';
import type { EventSet } from './event-set.ts';
import { eventSet } from './event-set.ts';
import { openReviews } from './reviews.ts';
import type { AttemptState, OperationState, PaymentState, Sending } from './state.ts';

/**
 * The state that the events of a payment come to. Pure, commutative and idempotent: any order and any repetition of the
 * same events gives the same state, because events are first made a set and then put into an order of their own.
 */
export function reduce(events: Iterable<PaymentEvent>): PaymentState {
  const set = eventSet(events);
  const begun = ordered(set.operations, compareOperations);
  return { operations: withOpenReviews(begun.map((operation) => operationState(operation, set))) };
}

/** The state with these settlements besides: the same as reducing all events again. */
export function settle({ operations }: PaymentState, settlements: readonly OperationSettled[]): PaymentState {
  const settled = operations.map((operation) => {
    const settlement = settlements.find((each) => each.operation === operation.begun.operation);
    return settlement === undefined ? operation : { ...operation, settled: settlement };
  });
  return { operations: withOpenReviews(settled) };
}

function operationState(begun: OperationBegun, set: EventSet): OperationState {
  const attempts = ordered(
    set.attempts.get(begun.operation),
    (one, other) => one.attempt - other.attempt || compareText(one.reference, other.reference),
  );
  const allReviews = ordered(set.reviews.get(begun.operation), compareReviews);
  return {
    begun,
    attempts: attempts.map((attempt) => stateOfAttempt(attempt, begun, set)),
    settled: set.settled.get(begun.operation),
    reviews: allReviews,
    allReviews,
  };
}

function stateOfAttempt(begun: AttemptBegun, { target }: OperationBegun, set: EventSet): AttemptState {
  const { reference, at, deadline } = begun;
  const later = ordered(set.sendings.get(reference), (one, other) => one.sending - other.sending);
  const evidence = ordered(
    set.evidence.get(reference),
    (one, other) => one.at - other.at || compareText(one.id, other.id),
  );
  const first: Sending = { number: 1, at, deadline };
  const others = later.map(({ sending: number, ...sending }): Sending => {
    return { number, at: sending.at, deadline: sending.deadline };
  });
  return attemptState(begun, target, [first, ...others], evidence);
}

/** Which of them are open depends on all operations: a surplus is given back by another one. */
function withOpenReviews(operations: readonly OperationState[]): readonly OperationState[] {
  if (operations.every(({ allReviews }) => allReviews.length === 0)) return operations;
  return operations.map((operation) => ({ ...operation, reviews: openReviews(operation, operations) }));
}

function ordered<Event>(
  events: Map<unknown, Event> | undefined,
  compare: (one: Event, other: Event) => number,
): Event[] {
  if (events === undefined) return [];
  const list = [...events.values()];
  return list.length < 2 ? list : list.sort(compare);
}

/** The one that began the payment is the first, whatever the clocks said. */
function compareOperations(one: OperationBegun, other: OperationBegun): number {
  const [isFirst, isOtherFirst] = [isFirstOperation(one.kind), isFirstOperation(other.kind)];
  if (isFirst !== isOtherFirst) return isFirst ? -1 : 1;
  return one.at - other.at || compareText(one.operation, other.operation);
}

function compareReviews(one: ReviewRequested, other: ReviewRequested): number {
  return one.at - other.at || compareText(one.reference, other.reference) || one.number - other.number;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
