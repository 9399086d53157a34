import type { Money } from '../money/money.ts';
import type { Address } from './address.ts';
import type { Browser } from './browser.ts';
import type { Customer } from './customer.ts';
import type { ProviderOptions } from './provider-options.ts';
import type { StoredCredentialUsage } from './stored-credential.ts';

/** What charging, authorizing and tokenizing have in common. A field reaches every provider that has a place for it. */
export interface PaymentDetails {
  /** More than zero. */
  readonly amount: Money;
  /** What the payment is for, as the shopper may read it. At most 255 characters. */
  readonly description: string;
  readonly customer?: Customer;
  readonly billingAddress?: Address;
  /** Text for the card statement. */
  readonly descriptor?: string;
  /** ISO 639-1 code of the shopper's language, for pages and mails of the provider: `en`. */
  readonly language?: string;
  readonly browser?: Browser;
  /** Where the provider sends the shopper when it is done with them, whatever the result. */
  readonly returnUrl?: string;
  /** Where the provider posts its webhooks about this payment. */
  readonly webhookUrl?: string;
  /** How 3-D Secure is to be run, as far as the merchant takes part in it. */
  readonly threeDSecure?: ThreeDSecurePreferences;
  /** The merchant's own data, kept beside the payment at the provider. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Whether no real money is to move. Default: the adapter's `testMode` option. */
  readonly testMode?: boolean;
  /** What only one provider understands, under that adapter's name. */
  readonly providerOptions?: ProviderOptions;
}

export interface ThreeDSecurePreferences {
  /**
   * 3-D Secure 1 only: the merchant's URL at which the ACS is to deliver its answer instead of the provider's. The
   * merchant then hands the ACS's request, unchanged, to the `challenge` port.
   */
  readonly termUrl?: string;
}

/** Keep the card for later, if the payment succeeds. */
export interface StoreCard {
  /** What the card will be used for, as agreed with the shopper; at least one. */
  readonly usage: readonly StoredCredentialUsage[];
}
