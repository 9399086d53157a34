import type { DucatError } from '../errors/ducat-error.ts';
import type { Money } from '../money/money.ts';
import type { Action } from './action.ts';
import type { CardSummary } from './card-summary.ts';
import type { CardToken } from './card-token.ts';
import type { Decline } from './decline.ts';
import type { AttemptReference, ProviderReference } from './reference.ts';

/** What every outcome tells. */
interface OutcomeFacts {
  /** Id of the provider that was asked. */
  readonly provider: string;
  /** The attempt this is about. Absent only where a provider reports a transaction without naming the attempt. */
  readonly reference?: AttemptReference;
  /**
   * The provider's own words, labelled and redacted: status, resolution, message, retrieval number. For people and
   * logs; nothing in a program should depend on them.
   */
  readonly raw: Readonly<Record<string, string>>;
}

/** The provider did it. For an authorization: the amount is held. For a tokenization: the card is stored. */
export interface Approved extends OutcomeFacts {
  readonly status: 'approved';
  readonly providerReference: ProviderReference;
  /** What was charged, held, captured, released, refunded or paid out, as the provider says. */
  readonly amount: Money;
  /** The stored card, when the provider reports one. Absent though asked for means: not issued yet; a lookup may bring it. */
  readonly token?: CardToken;
  readonly card?: CardSummary;
}

/** The shopper has to act first: a 3-D Secure challenge or the provider's payment page. No money has moved yet. */
export interface ActionRequired extends OutcomeFacts {
  readonly status: 'action_required';
  readonly providerReference: ProviderReference;
  readonly action: Action;
  /**
   * With this string any process can go on, through the `challenge` port, when the shopper is back. It holds no secret
   * and is not trusted: what it says is compared with the provider's answer.
   */
  readonly continuation: string;
}

/** The provider has it and has not finished. A later lookup or webhook tells; never a success, never a failure. */
export interface Pending extends OutcomeFacts {
  readonly status: 'pending';
  readonly providerReference: ProviderReference;
  /** `unmapped_status`: the provider used a word that this adapter does not know; it is in `raw`. */
  readonly reason: 'processing' | 'moderation' | 'unmapped_status';
}

/** A final no. No money moved. */
export interface Declined extends OutcomeFacts {
  readonly status: 'declined';
  /** Absent when the provider refused before it made a transaction. */
  readonly providerReference?: ProviderReference;
  readonly decline: Decline;
}

/**
 * Proof that the request of this call that would have moved money did not leave this machine. It says nothing about an
 * earlier call with the same reference: when a repeat is `not_sent`, the first try is as unclear as it was.
 */
export interface NotSent extends OutcomeFacts {
  readonly status: 'not_sent';
  /** Its `effect` is `none`. */
  readonly error: DucatError;
}

/** The request may have arrived and no usable answer came. Money may have moved: find out before anything else. */
export interface Unknown extends OutcomeFacts {
  readonly status: 'unknown';
  readonly providerReference?: ProviderReference;
  /** Its `effect` is `possible`. */
  readonly error: DucatError;
}

/**
 * What became of a money operation: a closed union on `status`.
 *
 * Only `declined` and `not_sent` prove that no money moved by this call. `unknown` proves nothing, and neither do
 * `pending` and `action_required`, which may still become `approved`.
 */
export type Outcome = Approved | ActionRequired | Pending | Declined | NotSent | Unknown;

/** What a provider itself can say of a transaction. */
export type ReportedOutcome = Approved | ActionRequired | Pending | Declined;
