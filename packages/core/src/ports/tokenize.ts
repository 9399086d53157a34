import type { AttemptContext } from '../model/call-context.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PaymentDetails } from '../model/payment-request.ts';
import type { CardSource, HostedSource } from '../model/source.ts';
import type { StoredCredentialUsage } from '../model/stored-credential.ts';

export interface TokenizeRequest extends PaymentDetails {
  readonly source: CardSource | HostedSource;
  /** What the card will be used for, as agreed with the shopper; at least one. */
  readonly usage: readonly StoredCredentialUsage[];
  /**
   * What to do where a token comes only as the by-product of a payment (`limits.tokenize` is `on_payment`):
   * `refuse`, the default, throws `unsupported` before anything is sent; `allow` really charges `amount`.
   */
  readonly onPayment?: 'refuse' | 'allow';
}

/**
 * Store a card at the provider and get a token for it.
 *
 * Drawn from PayCross "Tokenization" (`POST /transactions/tokenizations`: no money moves, 3-D Secure may be asked) and
 * Paymega "Payments with tokens" (a token is the by-product of a successful payment).
 */
export interface Tokenize {
  /**
   * - `approved`: the card is stored; `token` is to be kept with its customer. Where `limits.tokenize` is `on_payment`,
   *   `amount` has been taken.
   * - `action_required`: 3-D Secure or the provider's page, then go on with `challenge`.
   *
   * Other outcomes as of `charge`.
   *
   * @throws DucatError `unsupported` when the provider needs a payment for it and `onPayment` is not `allow`; otherwise
   * as `charge` does. No money moved, `effect` is `none`.
   */
  tokenize(request: TokenizeRequest, context: AttemptContext): Promise<Outcome>;
}
