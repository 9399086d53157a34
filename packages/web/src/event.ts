import type { DucatErrorDetails } from '@ducat/core';
import type { OperationResult, Received } from '@ducat/payments';

/** The pages that a shopper's browser asks for. */
export type PageName = 'challenge' | 'return' | 'term';

/** An error as it may be logged: free of card data, tokens and keys. */
export type EventError = Omit<DucatErrorDetails, 'cause'>;

/** A webhook was stored, or there is nothing to store: the provider was answered 200. */
export interface WebhookReceived {
  readonly type: 'webhook_received';
  readonly provider: string;
  readonly status: Received['status'];
  readonly payment?: string;
}

/** What came is no webhook of that provider. It was answered without a reason; here is the reason. */
export interface WebhookRefused {
  readonly type: 'webhook_refused';
  /** As the path named it, if it can be a name at all. */
  readonly provider: string;
  /** The HTTP status of the answer. */
  readonly answered: number;
  readonly reason: string;
  readonly error?: EventError;
}

/** The webhook could not be stored or understood, and the provider was asked to send it again. */
export interface WebhookFailed {
  readonly type: 'webhook_failed';
  readonly provider: string;
  readonly answered: number;
  readonly reason: string;
  readonly error?: EventError;
}

/** The browser was sent on to the bank. */
export interface ChallengeShown {
  readonly type: 'challenge_shown';
  readonly payment: string;
  readonly action: 'form_post' | 'redirect' | 'wait';
}

/** The provider wants the shopper to go somewhere no browser should be sent to. Nothing was shown. */
export interface ChallengeRefused {
  readonly type: 'challenge_refused';
  readonly payment: string;
  readonly reason: string;
}

/** The shopper is back; the status is what the provider said when it was asked. */
export interface ShopperReturned {
  readonly type: 'shopper_returned';
  readonly payment: string;
  readonly status: OperationResult['status'];
}

/** What the browser brought from the bank is no answer of a bank. The payment was looked up all the same. */
export interface AnswerIgnored {
  readonly type: 'answer_ignored';
  readonly payment: string;
  readonly reason: string;
  readonly error?: EventError;
}

/** Somebody asked for a page with a link that was not made here, or for a payment that does not exist. */
export interface LinkRefused {
  readonly type: 'link_refused';
  readonly page: PageName;
  readonly reason: 'not_signed' | 'unknown_payment';
}

/** A request of a shopper could not be answered and may be repeated. */
export interface PageFailed {
  readonly type: 'page_failed';
  readonly page: PageName;
  readonly payment?: string;
  readonly answered: number;
  readonly reason: string;
  readonly error?: EventError;
}

/** What the handlers tell the operator, which they do not tell whoever sent the request. No card data, no secrets. */
export type WebEvent =
  | WebhookReceived
  | WebhookRefused
  | WebhookFailed
  | ChallengeShown
  | ChallengeRefused
  | ShopperReturned
  | AnswerIgnored
  | LinkRefused
  | PageFailed;

/** Takes an event. Whatever it throws is dropped: a log that is full must not cost a webhook. */
export type TakeEvent = (event: WebEvent) => void;
