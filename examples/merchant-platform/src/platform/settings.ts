import type { PayCrossOptions } from '@ducat/paycross';
import type { PaymegaOptions } from '@ducat/paymega';
import type { ServiceIdentifier } from 'inversify';

/** What the platform keeps of one merchant. In earnest it comes from a database and a store of secrets. */
export interface MerchantSettings {
  readonly name: string;
  readonly paycross: PayCrossOptions;
  readonly paymega: PaymegaOptions;
  /** The providers in the order in which this merchant wants them tried. */
  readonly order: readonly ('paycross' | 'paymega')[];
  readonly journalFile: string;
  /** 32 bytes, base64: tokens of stored cards are encrypted with it. */
  readonly vaultKey: string;
  /** Where both providers' settlement reports of this merchant are fetched. */
  readonly settlementUrl: string;
}

/** All merchants, in the container of the platform. */
export const MERCHANTS: ServiceIdentifier<readonly MerchantSettings[]> = Symbol.for('MERCHANTS');

/** The one merchant that a tenant's container belongs to. */
export const MERCHANT: ServiceIdentifier<MerchantSettings> = Symbol.for('MERCHANT');
