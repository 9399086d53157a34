import { readAs } from '@ducat/adapter-kit';
import { z } from 'zod';
import type { Transaction } from './transaction.ts';
import { transaction } from './transaction.ts';

/** The body of a webhook. */
export interface Notice {
  readonly transaction: Transaction;
}

const notice: z.ZodType<Notice> = z.object({ transaction });

export function readNotice(value: unknown): Notice {
  return readAs(notice, value);
}
