/**
 * A unique name by which a payment is found:
 * - `operation`: the merchant's idempotency key of one operation;
 * - `attempt`: the reference that went to the provider;
 * - `transaction`: provider and the provider's own id, `paymega/cpi_IPEphq1XwInHNOpH`.
 */
export interface JournalName {
  readonly kind: 'operation' | 'attempt' | 'transaction';
  /** 1 to 512 characters, told apart by every one of them: case, accents as they are spelled, spaces at the end. */
  readonly value: string;
}
