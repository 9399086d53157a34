/** One movement in the books of the provider's bank: the truth that outcomes and errors are compared with. */
export interface LedgerEntry {
  /** `release`: what a capture left of its hold. */
  readonly kind: 'authorize' | 'capture' | 'release' | 'void' | 'charge' | 'refund' | 'payout';
  /** Joins the movements of one hold, charge or payout. */
  readonly payment: string;
  /** The attempt reference that opened it. */
  readonly reference: string;
  /** Minor units of ISO 4217. */
  readonly amount: bigint;
  readonly currency: string;
}
