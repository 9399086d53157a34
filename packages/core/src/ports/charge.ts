import type { AttemptContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PaymentDetails, StoreCard } from '../model/payment-request.ts';
import type { PaymentSource } from '../model/source.ts';

/** A payment in one step. */
export interface ChargeRequest extends PaymentDetails {
  readonly source: PaymentSource;
  /** Asks for a token of the card besides. It comes with the outcome, or later with a lookup. */
  readonly storeCard?: StoreCard;
}

/**
 * Take money in one step: authorization and capture together.
 *
 * Drawn from Paymega "Host-to-host integration" and "Payments with tokens" (invoice, then Cardgate sale) and from
 * PayCross "Payment" (`POST /transactions/payments`).
 */
export interface Charge {
  /**
   * - `approved`: the amount was taken from the card.
   * - `action_required`: show the action to the shopper, then go on with `challenge`.
   * - `pending`: the provider has not finished; look up or wait for the webhook.
   * - `declined`: final, nothing was taken; the decline says what may help.
   * - `not_sent`: nothing left this machine, or nothing that takes money; another provider may be tried.
   * - `unknown`: money may have been taken. Look up by `context.reference`, or repeat the same request with the same
   *   reference within the provider's window. Never try another provider on it.
   *
   * A repeat with the same `context.reference` never charges twice: PayCross replays the first answer for 24 hours,
   * Paymega refuses the reference and the adapter answers with what a lookup says.
   *
   * @throws DucatError `invalid_request`, `unsupported`: the request is wrong or the provider cannot do it; nothing was
   * sent. `invalid_request`, `refused`, `authentication_failed`, `rate_limited` with `provider` set: the provider
   * refused before acting. No money moved in any of these: `effect` is `none`.
   */
  charge(request: ChargeRequest, context: AttemptContext): Promise<Outcome>;
}
