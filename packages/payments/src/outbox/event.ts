import type { Decline, Money, Operation } from '@ducat/core';
import type { Review } from '../review/review.ts';

/**
 * What an event is about: `payment` is the operation that began one (a charge, an authorization, a tokenization or a
 * payout), `reversal` gives back what moved once too often; the others are operations on a payment.
 */
export type EventSubject = 'payment' | 'capture' | 'void' | 'refund' | 'reversal';

/** What every event tells. */
interface EventFacts {
  /** Names the event; a repeated delivery has the same. Remember it where acting twice would hurt. */
  readonly id: string;
  /** When it happened, milliseconds since the epoch. */
  readonly at: number;
  /** The payment: the key under which it was begun. All events of one payment come in the order in which they happened. */
  readonly payment: string;
  /** The key of the operation that it is about. */
  readonly key: string;
  readonly operation: Operation;
  /** What was asked for. */
  readonly requested: Money;
  /** The merchant's own data, as it was given with the request. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Where the last attempt was made. */
  readonly provider?: string;
  /** The attempt's reference at the provider. */
  readonly reference?: string;
  /** The provider's own id of the transaction. */
  readonly providerReference?: string;
  /** Of a reversal: the transaction that it gives back. */
  readonly reverses?: string;
}

/** It is done, for good: the money was taken, held, released, given back or paid out, or the card is stored. */
export interface ApprovedEvent extends EventFacts {
  readonly type: `${EventSubject}.approved`;
  readonly status: 'approved';
  readonly providerReference: string;
  readonly amount: Money;
}

/** A final no: no money moved, and none will. */
export interface DeclinedEvent extends EventFacts {
  readonly type: `${EventSubject}.declined`;
  readonly status: 'declined';
  readonly decline: Decline;
}

/** No provider took money, and none will: none was reached, or what may have been sent is proven not to exist. Final. */
export interface NotSentEvent extends EventFacts {
  readonly type: `${EventSubject}.not_sent`;
  readonly status: 'not_sent';
}

/**
 * Not decided yet, and the library goes on finding out; another event tells the end. `action_required`: the shopper has
 * to act. `pending`: the provider has not finished. `unknown`: nobody knows whether money moved.
 */
export interface OpenEvent extends EventFacts {
  readonly type: `${EventSubject}.action_required` | `${EventSubject}.pending` | `${EventSubject}.unknown`;
  readonly status: 'action_required' | 'pending' | 'unknown';
}

/** The library cannot find out by itself: an operator has to decide, with `payments.decide` or `ducat review`. */
export interface NeedsReviewEvent extends EventFacts {
  readonly type: 'payment.needs_review';
  readonly status: 'approved' | 'declined' | 'not_sent' | 'action_required' | 'pending' | 'unknown';
  /** What is to be decided, with the evidence in words and what can be done about it. */
  readonly reviews: readonly Review[];
}

/**
 * Of a card that was stored with a payment. `token_missing`: the provider has given no token yet, or the vault did not
 * take it; the library goes on asking. `token_kept`: the vault has it now.
 */
export interface TokenEvent extends EventFacts {
  readonly type: 'payment.token_missing' | 'payment.token_kept';
  readonly status: 'approved';
}

/** Told to subscribers, at least once. */
export type PaymentsEvent = ApprovedEvent | DeclinedEvent | NotSentEvent | OpenEvent | NeedsReviewEvent | TokenEvent;

/**
 * Takes an event. It is delivered when the promise is fulfilled, and comes again, in this process or another, when it
 * is rejected or takes too long, and after a crash. So it may come twice.
 */
export type Subscriber = (event: PaymentsEvent) => Promise<void> | void;
