import { ExactNumber } from '@ducat/simulator';

export type TransactionType = 'charge' | 'authorization' | 'capture' | 'void' | 'refund';

/** One transaction as the provider keeps it. */
export interface Transaction {
  readonly id: string;
  readonly type: TransactionType;
  readonly reference: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly test: boolean;
  readonly parentId?: string;
  readonly declineCode?: string;
  readonly notifyUrl?: string;
  /** The bank's name of the money, once some was moved or held. */
  payment?: string;
  status: string;
  updatedAt: number;
}

/** The JSON of a transaction. */
export function show(transaction: Transaction): Record<string, unknown> {
  const { id, type, status, reference, amount, currency, test, parentId, declineCode, updatedAt } = transaction;
  return {
    id,
    type,
    status,
    reference,
    amount: new ExactNumber(amount.toString()),
    currency,
    test,
    parent_id: parentId ?? null,
    decline_code: declineCode ?? null,
    updated_at: new Date(updatedAt).toISOString(),
  };
}
