import type { CallContext } from '../model/call-context.ts';
import type { TransactionRecord } from '../model/transaction-record.ts';

export interface WebhookRequest {
  /** Header names in any case; several values of one name as an array, as Node gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body exactly as received, before any parsing or decoding: the signature is over these bytes. */
  readonly body: Uint8Array;
}

/** An authentic message of the provider. A hint, not a proof: it may be a replay, which a signed time only limits. */
export interface WebhookEvent {
  readonly provider: string;
  /**
   * Names the message: the provider's id, status and time of change. A repeated delivery has the same. The provider's
   * id alone does not do: it would drop `processed` after `pending`.
   */
  readonly fingerprint: string;
  readonly transaction: TransactionRecord;
}

/**
 * Verify and read a webhook.
 *
 * Drawn from the platform's "Callbacks" page for Paymega (`X-Signature`) and PayCross "Webhooks" (`Content-Signature`
 * and HTTP Basic).
 */
export interface Webhook {
  /**
   * Compare amount, currency, reference and mode with the merchant's own record, confirm by lookup whatever would
   * increase money, and answer the provider 200 only after the event is stored.
   *
   * @throws DucatError `invalid_signature` when the message is not authentic (any changed byte, a missing header, the
   * key of the other mode, a signed time that is too far from `context.clock`); `unexpected_response` when it is
   * authentic and cannot be understood. Nothing is sent.
   */
  webhook(request: WebhookRequest, context?: Pick<CallContext, 'clock'>): Promise<WebhookEvent>;
}
