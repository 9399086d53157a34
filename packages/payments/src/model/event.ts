import type { Money } from '@ducat/core';
import type { PlanLine } from '@ducat/router';
import type { Finding } from './finding.ts';
import type { FirstOperation, FollowingOperation, Target } from './operation.ts';

interface Happened {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The merchant's intent, before anything is done about it. */
export interface OperationBegun extends Happened {
  readonly type: 'operation_begun';
  /** The merchant's idempotency key. */
  readonly operation: string;
  readonly kind: FirstOperation | FollowingOperation;
  readonly amount: Money;
  /** Tells a repeat from another request under the same key. */
  readonly fingerprint: string;
  /** What is kept of the request for people and for events; no card data. */
  readonly description?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly testMode?: boolean;
  readonly plan?: readonly PlanLine[];
  /** Whether less than what is held may be captured: told to the provider when it was authorized. */
  readonly partialCapture?: boolean;
  /** Whether a card is to be stored, and there is a vault that keeps its token. */
  readonly keepsToken?: boolean;
  /** What a following operation acts on. */
  readonly target?: Target;
  /** The surplus transaction that this operation gives back. */
  readonly reverses?: string;
  /** Why, for a refund. */
  readonly reason?: string;
}

/** One try at one provider. Written before the first byte leaves; it announces the first sending. */
export interface AttemptBegun extends Happened {
  readonly type: 'attempt_begun';
  readonly operation: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly provider: string;
  readonly reference: string;
  /** When the sending is over at the latest. */
  readonly deadline: number;
  /** After so many milliseconds from a sending, the provider's "not found" is final. */
  readonly lookupHorizonMilliseconds: number;
  /** It cannot be found by its reference: instead of asking about it, it is sent again. */
  readonly isRepeated?: boolean;
  /** It cannot move money: it stores a card, and the provider does that by itself. */
  readonly movesNothing?: boolean;
  /** Why the attempt before it took no money. */
  readonly proof?: string;
}

/** The same request, with the same reference, is about to be sent once more. */
export interface SendingBegun extends Happened {
  readonly type: 'sending_begun';
  readonly reference: string;
  /** 2 for the second sending of the attempt. */
  readonly sending: number;
  readonly deadline: number;
}

/** Where evidence comes from. Each is compared with the journal before it becomes evidence. */
export type EvidenceSource = 'response' | 'challenge' | 'lookup' | 'webhook' | 'operator';

/** Something was learned about an attempt. */
export interface EvidenceFound extends Happened {
  readonly type: 'evidence';
  /** Names it, so that the same evidence twice is one. */
  readonly id: string;
  readonly reference: string;
  readonly source: EvidenceSource;
  /** The sending that a response belongs to. */
  readonly sending?: number;
  /** A hint is only a reason to look; it decides nothing. */
  readonly trust: 'proof' | 'hint';
  /** Ids of the hints that a lookup was asked to confirm: what came later asks for another. */
  readonly hints?: readonly string[];
  /** A lookup by the provider's id, where one by the reference would have shown other transactions as well. */
  readonly byId?: boolean;
  /** What became of the token that came with it: `missing` when the vault did not take it. */
  readonly token?: 'kept' | 'missing';
  readonly finding: Finding;
}

/** The final result of an operation. Never changes. */
export interface OperationSettled extends Happened {
  readonly type: 'operation_settled';
  readonly operation: string;
  readonly result: 'approved' | 'declined' | 'not_sent';
  /** The attempt that settled it. */
  readonly reference: string;
  /** Id of the evidence it rests on. */
  readonly evidence: string;
  /** The transaction that counts, when it is approved. */
  readonly providerReference?: string;
}

/**
 * Why a person has to look:
 * - `no_way`: there is no way to ask, so nothing more is tried;
 * - `unclear`: asked often enough, and still not decided; asking goes on, rarely;
 * - `surplus`: money moved once too often and could not be given back;
 * - `token`: the card that was to be stored has no token.
 */
export type ReviewCause = 'no_way' | 'unclear' | 'surplus' | 'token';

/** The library cannot find out by itself. */
export interface ReviewRequested extends Happened {
  readonly type: 'review_requested';
  readonly operation: string;
  readonly reference: string;
  /** 1 for the first of the attempt. */
  readonly number: number;
  readonly cause: ReviewCause;
  /** Names what moved once too often. */
  readonly surplus?: string;
  /** What is known, and what an operator can do. */
  readonly reason: string;
}

/** A webhook that was authentic and about something else than it should be. It changes nothing. */
export interface WebhookRefused extends Happened {
  readonly type: 'webhook_refused';
  readonly id: string;
  readonly provider: string;
  readonly reason: string;
}

/** What a payment's history is made of. */
export type PaymentEvent =
  | OperationBegun
  | AttemptBegun
  | SendingBegun
  | EvidenceFound
  | OperationSettled
  | ReviewRequested
  | WebhookRefused;
