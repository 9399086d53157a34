import { identifier, readAs } from '@ducat/adapter-kit';
import { z } from 'zod';
import { digits, flag, moment, remark } from './fields.ts';

/** The part of a checkout that this adapter reads. API page "Checkouts". */
export interface Checkout {
  readonly cursor: string;
  readonly state: string;
  /** Digits, in minor units. */
  readonly amount: string;
  readonly currency: string;
  readonly order: string;
  readonly sandbox?: boolean | null | undefined;
  readonly page?: string | null | undefined;
  readonly reason?: string | null | undefined;
  /** Seconds since the epoch. */
  readonly changed_at?: number | null | undefined;
}

export const checkout: z.ZodType<Checkout> = z.object({
  cursor: identifier,
  state: z.string().min(1),
  amount: digits,
  currency: z.string(),
  order: z.string(),
  sandbox: flag,
  page: remark,
  reason: remark,
  changed_at: moment,
});

const envelope = z.object({ checkout });

export function readCheckout(value: unknown): Checkout {
  return readAs(envelope, value).checkout;
}
