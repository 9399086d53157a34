import type { AttemptBegun, EvidenceFound, OperationBegun, PaymentEvent, ReviewRequested } from '../model/event.ts';
import type { OperationSettled } from '../model/event.ts';
import { attemptState } from './attempt.ts';
import type { AttemptState, OperationState, PaymentState, Sending } from './state.ts';

/**
 * The state that the events of a payment come to. Pure, commutative and idempotent: any order and any repetition of the
 * same events gives the same state, because events are first made a set and then put into an order of their own.
 */
export function reduce(events: Iterable<PaymentEvent>): PaymentState {
  const set = collect(events);
  const operations = [...set.operations.values()].toSorted(
    (one, other) => one.at - other.at || compareText(one.operation, other.operation),
  );
  return { operations: operations.map((begun) => operationState(begun, set)) };
}

interface EventSet {
  readonly operations: Map<string, OperationBegun>;
  readonly attempts: Map<string, AttemptBegun[]>;
  readonly sendings: Map<string, Map<number, Sending>>;
  readonly evidence: Map<string, Map<string, EvidenceFound>>;
  readonly settled: Map<string, OperationSettled>;
  readonly reviews: Map<string, ReviewRequested[]>;
}

function collect(events: Iterable<PaymentEvent>): EventSet {
  const set: EventSet = {
    operations: new Map(),
    attempts: new Map(),
    sendings: new Map(),
    evidence: new Map(),
    settled: new Map(),
    reviews: new Map(),
  };
  for (const event of events) add(event, set);
  return set;
}

function add(event: PaymentEvent, set: EventSet): void {
  switch (event.type) {
    case 'operation_begun':
      set.operations.set(event.operation, event);
      return;
    case 'attempt_begun': {
      const { reference, at, deadline } = event;
      const attempts = entry(set.attempts, event.operation, () => []);
      if (attempts.some((known) => known.reference === reference)) return;
      attempts.push(event);
      entry(set.sendings, reference, () => new Map<number, Sending>()).set(1, { number: 1, at, deadline });
      return;
    }
    case 'sending_begun': {
      const { reference, at, deadline, sending: number } = event;
      entry(set.sendings, reference, () => new Map<number, Sending>()).set(number, { number, at, deadline });
      return;
    }
    case 'evidence':
      entry(set.evidence, event.reference, () => new Map<string, EvidenceFound>()).set(event.id, event);
      return;
    case 'operation_settled':
      set.settled.set(event.operation, event);
      return;
    case 'review_requested': {
      const reviews = entry(set.reviews, event.operation, () => []);
      if (!reviews.some(({ at, reference }) => at === event.at && reference === event.reference)) reviews.push(event);
      return;
    }
    case 'webhook_refused':
  }
}

function operationState(begun: OperationBegun, set: EventSet): OperationState {
  const settled = set.settled.get(begun.operation);
  const attempts = (set.attempts.get(begun.operation) ?? []).toSorted((one, other) => one.attempt - other.attempt);
  const states = attempts.map((attempt) => stateOfAttempt(attempt, set));
  const reviews = (set.reviews.get(begun.operation) ?? [])
    .filter((review) => !isDecided(review, states, settled))
    .toSorted((one, other) => one.at - other.at || compareText(one.reference, other.reference));
  return { begun, attempts: states, settled, reviews };
}

function isDecided(
  review: ReviewRequested,
  attempts: readonly AttemptState[],
  settled: OperationSettled | undefined,
): boolean {
  if (settled !== undefined && settled.at >= review.at) return true;
  const attempt = attempts.find(({ begun }) => begun.reference === review.reference);
  return attempt?.evidence.some(({ source, at }) => source === 'operator' && at >= review.at) ?? false;
}

function stateOfAttempt(begun: AttemptBegun, set: EventSet): AttemptState {
  const { at, deadline } = begun;
  const later = [...(set.sendings.get(begun.reference)?.values() ?? [])]
    .filter(({ number }) => number > 1)
    .toSorted((one, other) => one.number - other.number);
  const evidence = [...(set.evidence.get(begun.reference)?.values() ?? [])].toSorted(
    (one, other) => one.at - other.at || compareText(one.id, other.id),
  );
  return attemptState(begun, [{ number: 1, at, deadline }, ...later], evidence);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
