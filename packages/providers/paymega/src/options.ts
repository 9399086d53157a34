import { isSecureUrl, text } from '@ducat/adapter-kit';
import { Secret } from '@ducat/core';
import { z } from 'zod';

/** What a merchant configures for one Paymega account. */
export interface PaymegaOptions {
  /** The id by which routes, tokens and continuations name this provider. Default `paymega`. */
  readonly id?: string;
  /** Account ID, from "Integration" in the account's settings: `coma_...`. */
  readonly accountId: string;
  /** API key, from the same place. It is not the private key. */
  readonly apiKey: string | Secret;
  /** Private keys with which callbacks are signed, by mode; at least one. A callback of the other mode is refused. */
  readonly privateKeys: { readonly live?: string | Secret; readonly test?: string | Secret };
  /** Private API. Default `https://api.paymega.io`; other brands have their own, some with a path. */
  readonly baseUrl?: string;
  /** Cardgate, as the provider's manager issued it. Without it only the provider's own page can be paid on. */
  readonly cardgateUrl?: string;
  /** Further hosts on which the provider's `TermUrl`s may be: `card.psp.name`. Those of the two URLs are known. */
  readonly relayHosts?: readonly string[];
  /** Whether payments are test ones unless a request says otherwise. Default: Paymega's, which is live. */
  readonly testMode?: boolean;
  /** How long one call may last when its context has no deadline; a charge is up to three requests. Default 60,000. */
  readonly timeoutMilliseconds?: number;
  /** Connections to each host at most. Default 64. */
  readonly connections?: number;
}

/** The options with their defaults. */
export interface PaymegaSettings {
  readonly id: string;
  readonly accountId: string;
  readonly apiKey: Secret;
  readonly privateKeys: { readonly live?: Secret | undefined; readonly test?: Secret | undefined };
  readonly baseUrl: string;
  readonly cardgateUrl?: string | undefined;
  readonly relayHosts: readonly string[];
  readonly testMode?: boolean | undefined;
  readonly timeoutMilliseconds: number;
  readonly connections: number;
}

const secret = z.union(
  [z.instanceof(Secret), text(1024).transform((value) => new Secret(value))],
  'must be a non-empty string or a Secret',
);
const secureUrl = z.string().refine(isSecureUrl, 'must be an absolute https URL (http only to this machine)');

export const paymegaSettings: z.ZodType<PaymegaSettings> = z.strictObject({
  id: text(64).default('paymega'),
  accountId: text(255).refine((value) => !value.includes(':'), 'must not contain a colon'),
  apiKey: secret,
  privateKeys: z
    .strictObject({ live: secret.optional(), test: secret.optional() })
    .refine(({ live, test }) => (live ?? test) !== undefined, 'must have the key of at least one mode: live, test'),
  baseUrl: secureUrl.default('https://api.paymega.io'),
  cardgateUrl: secureUrl.optional(),
  relayHosts: z.array(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i, 'must be a host name without scheme and path')).default([]),
  testMode: z.boolean().optional(),
  timeoutMilliseconds: z.int().positive().default(60_000),
  connections: z.int().positive().default(64),
});
