import type { Money } from '../money/money.ts';
import type { Address } from '../model/address.ts';
import type { AttemptContext } from '../model/call-context.ts';
import type { Customer } from '../model/customer.ts';
import type { Outcome } from '../model/outcome.ts';
import type { ProviderOptions } from '../model/provider-options.ts';
import type { CardSource, TokenSource } from '../model/source.ts';

export interface PayoutRequest {
  /** More than zero. */
  readonly amount: Money;
  /** The card that receives the money; a token must have been stored for `credit`. */
  readonly destination: CardSource | TokenSource;
  /** At most 255 characters. */
  readonly description: string;
  readonly recipient?: Customer;
  readonly recipientAddress?: Address;
  /** Language of the provider's mails, ISO 639-1. */
  readonly language?: string;
  readonly webhookUrl?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Default: the adapter's `testMode` option. */
  readonly testMode?: boolean;
  readonly providerOptions?: ProviderOptions;
}

/**
 * Send money of the merchant to a card.
 *
 * Drawn from PayCross "Payout" (`POST /transactions/payouts`) and, for Paymega, from its sibling labels' pages
 * (`POST /payout-invoices`).
 */
export interface Payout {
  /**
   * - `approved`: the money is on its way to the card.
   * - `unknown`: it may be; look up before anything else. Money that was paid out twice does not come back.
   *
   * Other outcomes as of `charge`.
   *
   * @throws DucatError as `charge` does; no money moved, `effect` is `none`.
   */
  payout(request: PayoutRequest, context: AttemptContext): Promise<Outcome>;
}
