import type { AttemptContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PaymentDetails, StoreCard } from '../model/payment-request.ts';
import type { PaymentSource } from '../model/source.ts';

/** The first of two steps. */
export interface AuthorizeRequest extends PaymentDetails {
  readonly source: PaymentSource;
  /** Asks for a token of the card besides. */
  readonly storeCard?: StoreCard;
  /**
   * Whether less than the authorized amount may be captured later. Paymega has to know beforehand; elsewhere it is
   * allowed anyway. Default: false.
   */
  readonly partialCapture?: boolean;
}

/**
 * Hold money on the card, to be captured or voided later.
 *
 * Drawn from Paymega "Two-step payments" (`flow: delayed_charge`) and PayCross "Authorization"
 * (`POST /transactions/authorizations`).
 */
export interface Authorize {
  /**
   * Outcomes as of `charge`, where `approved` means: the amount is held, nothing was taken. Its `providerReference` is
   * what `capture` and `void` need.
   *
   * A hold ends by itself after days that the issuer decides; some providers capture or void by themselves after a
   * delay that is set in their own options.
   *
   * @throws DucatError as `charge` does; no money moved, `effect` is `none`.
   */
  authorize(request: AuthorizeRequest, context: AttemptContext): Promise<Outcome>;
}
