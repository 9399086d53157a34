import type { Money } from '../money/money.ts';
import type { ReportedOutcome } from './outcome.ts';

/** The operations that have an outcome of their own. */
export type Operation = 'tokenize' | 'charge' | 'authorize' | 'capture' | 'void' | 'refund' | 'payout';

/** One transaction as a provider reports it, in a lookup or a webhook. */
export interface TransactionRecord {
  /** The operation the outcome is about; `unmapped` when the provider names a kind that this adapter does not know. */
  readonly operation: Operation | 'unmapped';
  readonly outcome: ReportedOutcome;
  /** The amount of the transaction itself, to be compared with what was asked for. */
  readonly amount?: Money;
  /** Sum captured or charged so far, when the provider says so. */
  readonly captured?: Money;
  /** Sum refunded so far, when the provider says so. */
  readonly refunded?: Money;
  /** Whether it is a test transaction, when the provider says so. */
  readonly testMode?: boolean;
  /** When the provider last changed it, milliseconds since the epoch. */
  readonly updatedAt?: number;
}
