import type {
  AttemptBegun,
  EvidenceFound,
  OperationBegun,
  OperationSettled,
  PaymentEvent,
  ReviewRequested,
  SendingBegun,
} from '../model/event.ts';

/** Events of a payment without repetitions, by what they are about. */
export interface EventSet {
  readonly operations: Map<string, OperationBegun>;
  /** By operation, then by reference. */
  readonly attempts: Map<string, Map<string, AttemptBegun>>;
  /** By reference, then by number; without the first, which the attempt itself announces. */
  readonly sendings: Map<string, Map<number, SendingBegun>>;
  /** By reference, then by id. */
  readonly evidence: Map<string, Map<string, EvidenceFound>>;
  readonly settled: Map<string, OperationSettled>;
  /** By operation, then by attempt and number. */
  readonly reviews: Map<string, Map<string, ReviewRequested>>;
}

export function eventSet(events: Iterable<PaymentEvent>): EventSet {
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
      return put(set.operations, event.operation, event);
    case 'attempt_begun':
      return put(group(set.attempts, event.operation), event.reference, event);
    case 'sending_begun':
      return put(group(set.sendings, event.reference), event.sending, event);
    case 'evidence':
      return put(group(set.evidence, event.reference), event.id, event);
    case 'operation_settled':
      return put(set.settled, event.operation, event);
    case 'review_requested':
      return put(group(set.reviews, event.operation), `${event.reference} ${event.number}`, event);
    case 'webhook_refused':
  }
}

function group<Key, Value>(map: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  let known = map.get(key);
  if (known === undefined) map.set(key, (known = new Map()));
  return known;
}

/** Versions keep two events from having one name. If a journal has them all the same, the order must not decide. */
function put<Key, Event extends PaymentEvent>(map: Map<Key, Event>, key: Key, event: Event): void {
  const known = map.get(key);
  if (known === undefined || (known !== event && isBefore(event, known))) map.set(key, event);
}

function isBefore(one: PaymentEvent, other: PaymentEvent): boolean {
  return one.at < other.at || (one.at === other.at && JSON.stringify(one) < JSON.stringify(other));
}
