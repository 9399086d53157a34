/** What may be shown and stored of a card under PCI DSS 3.4.1: six and four digits at most, and who issued it. */
export interface CardSummary {
  readonly firstSix?: string;
  readonly lastFour?: string;
  /** The scheme in lower case, as the provider names it: `visa`, `mastercard`. */
  readonly brand?: string;
  readonly expiryMonth?: number;
  /** Four digits. */
  readonly expiryYear?: number;
  readonly issuerName?: string;
  /** ISO 3166-1 alpha-2. */
  readonly issuerCountry?: string;
}
