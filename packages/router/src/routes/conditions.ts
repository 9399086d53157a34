import type { CurrencyCode, Initiator, PaymentSource, StoredCredentialUsage } from '@ducat/core';
import type { RoutedOperation } from '../facts.ts';

/** One of them, or a list of which one has to fit. */
export type OneOrMore<Value> = Value | readonly Value[];

/** A decimal string of major units (`'99.90'`) or an exact integer of minor units. Never a floating-point number. */
export type ExactAmount = string | { readonly minorUnits: string | number | bigint };

/** Amounts of one currency, from the first on and below the second, so that adjoining ranges have no gap between. */
export interface AmountRange {
  readonly currency: CurrencyCode;
  readonly from?: ExactAmount | undefined;
  readonly below?: ExactAmount | undefined;
}

/** What a text has to be. Letters are compared as they are written. */
export type TextCondition =
  | OneOrMore<string>
  | { readonly startsWith: string }
  | { readonly endsWith: string }
  | { readonly present: boolean };

export type DayOfWeek = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A time of day, days of the week, a period; all that is given has to fit. */
export interface TimeWindow {
  /** IANA time zone by whose clock `days`, `from` and `to` are meant: `Europe/Kyiv`. Required with them. */
  readonly zone?: string | undefined;
  /** Days on which the moment itself is. */
  readonly days?: OneOrMore<DayOfWeek> | undefined;
  /** `HH:MM`, included. Later than `to`: the window goes over midnight. Without `to`: until midnight. */
  readonly from?: string | undefined;
  /** `HH:MM`, not included. */
  readonly to?: string | undefined;
  /** ISO 8601 with offset, included: `2026-01-01T00:00:00Z`. */
  readonly since?: string | undefined;
  /** ISO 8601 with offset, not included. */
  readonly until?: string | undefined;
}

/** The customer of a payment, the recipient of a payout. */
export interface CustomerConditions {
  readonly reference?: TextCondition | undefined;
  readonly email?: TextCondition | undefined;
  readonly phone?: TextCondition | undefined;
  readonly ipAddress?: TextCondition | undefined;
  readonly deviceId?: TextCondition | undefined;
  readonly metadata?: Readonly<Record<string, TextCondition>> | undefined;
}

/** What a request has to be for a rule to match. All that is given has to fit; what is absent fits everything. */
export interface Conditions {
  readonly operation?: OneOrMore<RoutedOperation> | undefined;
  readonly currency?: OneOrMore<CurrencyCode> | undefined;
  readonly amount?: OneOrMore<AmountRange> | undefined;
  /** In lower case: `visa`, `mastercard`, `american-express`. */
  readonly brand?: OneOrMore<string> | undefined;
  /** First digits, six at most, or a range of them: `'4'`, `'411111'`, `'222100-272099'`. */
  readonly bin?: OneOrMore<string> | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly issuerCountry?: OneOrMore<string> | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly billingCountry?: OneOrMore<string> | undefined;
  readonly source?: OneOrMore<PaymentSource['kind']> | undefined;
  /** What the token was stored for, or what the card is to be stored for. */
  readonly usage?: OneOrMore<StoredCredentialUsage> | undefined;
  /** Who starts a payment by token. */
  readonly initiator?: OneOrMore<Initiator> | undefined;
  readonly customer?: CustomerConditions | undefined;
  readonly metadata?: Readonly<Record<string, TextCondition>> | undefined;
  readonly time?: OneOrMore<TimeWindow> | undefined;
}
