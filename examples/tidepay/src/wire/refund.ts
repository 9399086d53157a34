import { identifier, readAs } from '@ducat/adapter-kit';
import { z } from 'zod';
import { digits, flag, moment } from './fields.ts';

/** The part of a refund that this adapter reads. API page "Refunds". */
export interface Refund {
  readonly cursor: string;
  /** The cursor of what is refunded. */
  readonly checkout: string;
  readonly state: string;
  readonly amount: string;
  readonly currency: string;
  readonly sandbox?: boolean | null | undefined;
  readonly changed_at?: number | null | undefined;
}

export const refund: z.ZodType<Refund> = z.object({
  cursor: identifier,
  checkout: identifier,
  state: z.string().min(1),
  amount: digits,
  currency: z.string(),
  sandbox: flag,
  changed_at: moment,
});

const envelope = z.object({ refund });

export function readRefund(value: unknown): Refund {
  return readAs(envelope, value).refund;
}
