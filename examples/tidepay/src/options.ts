import { isSecureUrl, text } from '@ducat/adapter-kit';
import { Secret } from '@ducat/core';
import { z } from 'zod';

/** What a merchant configures for one Tidepay account. */
export interface TidepayOptions {
  /** The id by which routes and continuations name this provider. Default `tidepay`. */
  readonly id?: string;
  /** Merchant code and secret, of the HTTP Basic credentials. */
  readonly merchantCode: string;
  readonly secret: string | Secret;
  /** The secret with which notices are signed. */
  readonly noticeSecret: string | Secret;
  /** Default `https://pay.tidepay.example/v3`. */
  readonly baseUrl?: string;
  /** Whether checkouts are in the sandbox unless a request says otherwise. Default: false. */
  readonly testMode?: boolean;
  /** How long one call may last when its context has no deadline. Default 60,000. */
  readonly timeoutMilliseconds?: number;
  /** Connections at most. Default 64. */
  readonly connections?: number;
}

/** The options with their defaults. */
export interface TidepaySettings {
  readonly id: string;
  readonly merchantCode: string;
  readonly secret: Secret;
  readonly noticeSecret: Secret;
  readonly baseUrl: string;
  readonly testMode: boolean;
  readonly timeoutMilliseconds: number;
  readonly connections: number;
}

const secret = z.union(
  [
    z.instanceof(Secret),
    text(1024)
      .refine((value) => value.trim() !== '')
      .transform((value) => new Secret(value)),
  ],
  'must be a non-empty string or a Secret',
);

export const tidepaySettings: z.ZodType<TidepaySettings> = z.strictObject({
  id: text(64).default('tidepay'),
  merchantCode: text(255).refine((value) => !value.includes(':'), 'must not contain a colon'),
  secret,
  noticeSecret: secret,
  baseUrl: z
    .string()
    .refine(isSecureUrl, 'must be an absolute https URL (http only to this machine)')
    .default('https://pay.tidepay.example/v3'),
  testMode: z.boolean().default(false),
  timeoutMilliseconds: z.int().positive().default(60_000),
  connections: z.int().positive().default(64),
});
