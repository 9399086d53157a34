/**
 * A unique name by which a payment is found:
 * - `operation`: the merchant's idempotency key of one operation;
 * - `attempt`: the reference that went to the provider;
 * - `transaction`: provider and the provider's own id, `paymega/cpi_IPEphq1XwInHNOpH`.
 */
export interface JournalName {
  readonly kind: 'operation' | 'attempt' | 'transaction';
  /** At most 512 characters. */
  readonly value: string;
}
