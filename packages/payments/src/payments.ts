import type {
  AuthorizeRequest,
  ChargeRequest,
  Money,
  PayoutRequest,
  TokenizeRequest,
  WebhookRequest,
} from '@ducat/core';
import type { Received } from './receive.ts';
import type { Recovered } from './recovery/recover.ts';
import type { OperationResult } from './result.ts';
import type { ResumeRequest } from './resume.ts';
import type { ReviewDecision } from './review/decisions.ts';
import type { ReviewPage } from './review/list.ts';
import type { Review } from './review/review.ts';

/** How an operation is named, and how it may be ended early. */
export interface OperationOptions {
  /**
   * The merchant's idempotency key: one for each intent, the same for every repeat of it, kept before the call is made.
   * An order number does well. 1 to 40 letters, digits, `-` or `_`.
   */
  readonly key: string;
  /** Stops waiting. What was sent is found out by recovery. */
  readonly signal?: AbortSignal;
}

export interface PaymentCaptureRequest {
  /** The key under which the payment was authorized. */
  readonly payment: string;
  /** More than zero, at most what is held. */
  readonly amount: Money;
}

export interface PaymentVoidRequest {
  readonly payment: string;
  /** What is held, unless the provider can release a part. */
  readonly amount: Money;
}

export interface PaymentRefundRequest {
  readonly payment: string;
  /** More than zero; all refunds together at most what was taken. */
  readonly amount: Money;
  /** Why, for the provider's records. At most 255 characters. */
  readonly reason: string;
  /** The key of the capture to refund, where there are several. Default: the first that has enough left. */
  readonly capture?: string;
}

/** A payment with all its operations, the one that began it first. */
export interface Payment {
  readonly payment: string;
  readonly operations: readonly [OperationResult, ...OperationResult[]];
}

/**
 * Payments over several providers. Every operation is written to the journal before it is sent, is answered the same
 * however often it is repeated under its key, and is found out about after a crash.
 *
 * Results of all operations: `approved`, `declined` and `not_sent` are final. `action_required`: show the action to the
 * shopper, then `resume`. `pending` and `unknown`: the library goes on finding out; `get`, or a repeat under the same
 * key, tells what is known, and an event tells when it is decided. A new key for the same intent is a second payment.
 *
 * In a request's `webhookUrl`, `{provider}` stands for the id of whichever provider is asked:
 * `https://shop.example/webhooks/{provider}`.
 *
 * All of them throw DucatError `invalid_request` (nothing was sent; every wrong field is named), `idempotency_mismatch`
 * (nothing was sent), `journal_failed` (`effect` says whether anything was sent; recovery finds it).
 */
export interface Payments {
  /** Takes money in one step, at the first provider of the plan, or at the next ones with proof that it did not. */
  charge(request: ChargeRequest, options: OperationOptions): Promise<OperationResult>;
  /** Holds money, to be captured or voided. */
  authorize(request: AuthorizeRequest, options: OperationOptions): Promise<OperationResult>;
  /** Stores a card. */
  tokenize(request: TokenizeRequest, options: OperationOptions): Promise<OperationResult>;
  /** Sends money to a card. */
  payout(request: PayoutRequest, options: OperationOptions): Promise<OperationResult>;
  /** Takes what was authorized, all or a part. `operation_in_progress` while another operation of it is unclear. */
  capture(request: PaymentCaptureRequest, options: OperationOptions): Promise<OperationResult>;
  /** Releases what is held. */
  void(request: PaymentVoidRequest, options: OperationOptions): Promise<OperationResult>;
  /** Gives back what was taken. */
  refund(request: PaymentRefundRequest, options: OperationOptions): Promise<OperationResult>;
  /** Goes on after the shopper acted. Any process can, any number of times. */
  resume(request: ResumeRequest): Promise<OperationResult>;
  /** The payment as the journal has it; `undefined` when there is none. Asks no provider. */
  get(payment: string): Promise<Payment | undefined>;
  /** Takes a provider's webhook, as raw bytes. Answer 200 when it is fulfilled. */
  receive(provider: string, request: WebhookRequest): Promise<Received>;
  /** What the library cannot find out by itself, with the evidence in words, for a person to decide. */
  reviews(page?: ReviewPage): Promise<readonly Review[]>;
  /**
   * Takes an operator's decision about a review, as evidence: it is written down with who decided and why, never
   * outvotes what the provider proves, and changes nothing when it is repeated. The payment as it is then.
   */
  decide(decision: ReviewDecision): Promise<Payment | undefined>;
  /** One round of finding out what is due. The engine does this by itself unless `recovery` is `false`. */
  recover(): Promise<Recovered>;
  /**
   * Lets nothing more begin, waits for what is under way, for `limits.closeMilliseconds` at most, and closes the
   * providers and the journal. What was not over by then is found out by the next process.
   */
  close(): Promise<void>;
}
