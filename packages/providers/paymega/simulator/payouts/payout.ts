import type { PayoutRequest } from './request.ts';

/** A payout invoice; times are unix seconds, amounts minor units. */
export interface Payout {
  readonly id: string;
  readonly serialNumber: string;
  readonly referenceId: string;
  readonly request: PayoutRequest;
  readonly amount: bigint;
  readonly currency: string;
  readonly testMode: boolean;
  readonly created: number;
  updated: number;
  status: string;
  resolution: string;
  bankPayment: string | undefined;
  processed: number | undefined;
  processedAmount: bigint | undefined;
}
