import { readAs } from '@ducat/adapter-kit';
import { z } from 'zod';
import type { Checkout } from './checkout.ts';
import { checkout } from './checkout.ts';
import type { Refund } from './refund.ts';
import { refund } from './refund.ts';

/** The body of a notice. */
export type Notice = { readonly checkout: Checkout } | { readonly refund: Refund };

const notice: z.ZodType<Notice> = z.union([z.strictObject({ checkout }), z.strictObject({ refund })]);

export function readNotice(value: unknown): Notice {
  return readAs(notice, value);
}
