import { identifier, readAs } from '@ducat/adapter-kit';
import { z } from 'zod';

/** The part of Template's transaction that this adapter reads. */
export interface Transaction {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  /** Integer of minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
  readonly parent_id?: string | null | undefined;
  readonly test?: boolean | null | undefined;
  readonly decline_code?: string | null | undefined;
  readonly updated_at?: string | null | undefined;
}

export const transaction: z.ZodType<Transaction> = z.object({
  id: identifier,
  type: z.string(),
  status: z.string().min(1),
  amount: z.int(),
  currency: z.string(),
  reference: z.string(),
  parent_id: z.string().nullish(),
  test: z.boolean().nullish(),
  // What decides nothing about money is dropped where it has another type: it must not make a success unreadable.
  decline_code: z.string().nullish().catch(undefined),
  updated_at: z.string().nullish().catch(undefined),
});

const list = z.object({ transactions: z.array(transaction) });

export function readTransaction(value: unknown): Transaction {
  return readAs(transaction, value);
}

/** Newest first, empty when there is none. */
export function readTransactions(value: unknown): readonly Transaction[] {
  return readAs(list, value).transactions;
}
