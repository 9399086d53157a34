import { isSecureUrl, secretOption, text } from '@ducat/adapter-kit';
import type { Secret } from '@ducat/core';
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

const secureUrl = z.string().refine(isSecureUrl, 'must be an absolute https URL (http only to this machine)');

export const paymegaSettings: z.ZodType<PaymegaSettings> = z.strictObject({
  id: text(64).default('paymega'),
  accountId: text(255).refine((value) => !value.includes(':'), 'must not contain a colon'),
  apiKey: secretOption,
  privateKeys: z
    .strictObject({ live: secretOption.optional(), test: secretOption.optional() })
    .refine(({ live, test }) => (live ?? test) !== undefined, 'must have the key of at least one mode: live, test')
    .refine(
      ({ live, test }) => live === undefined || test?.equals(live) !== true,
      'must differ: the mode is known by its key',
    ),
  baseUrl: secureUrl.default('https://api.paymega.io'),
  cardgateUrl: secureUrl.optional(),
  relayHosts: z
    .array(
      z.string().refine(isHost, 'must be a host as it stands in a URL: lower case, without scheme, path and port 443'),
    )
    .max(100)
    .default([]),
  testMode: z.boolean().optional(),
  timeoutMilliseconds: z.int().positive().default(60_000),
  connections: z.int().positive().default(64),
});

/** Addresses are compared with it letter for letter, so it has to be what the URL parser makes of it. */
function isHost(text: string): boolean {
  return (
    /^[a-z0-9.-]+(:\d+)?$/.test(text) && URL.canParse(`https://${text}`) && new URL(`https://${text}`).host === text
  );
}
