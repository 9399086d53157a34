import type { KeyObject } from 'node:crypto';
import { isSecureUrl, rsaPublicKey, secretOption, text } from '@ducat/adapter-kit';
import type { Secret } from '@ducat/core';
import { currencyCodes } from '@ducat/core';
import { z } from 'zod';
import type { CurrencyExponents } from './translate/money.ts';

/** What a merchant configures for one PayCross shop. */
export interface PayCrossOptions {
  /** The id by which routes, tokens and continuations name this provider. Default `paycross`. */
  readonly id?: string;
  /** Shop ID, from the back office. */
  readonly shopId: string;
  /** Secret key, from the back office. */
  readonly secretKey: string | Secret;
  /** The shop's public key from the back office, as one line of base64 or PEM: webhooks are verified with it. */
  readonly webhookPublicKey: string;
  /** The gateway. Default `https://gateway.pay-cross.com`; other brands of the platform have their own. */
  readonly baseUrl?: string;
  /** Whether transactions are test ones unless a request says otherwise. Default: PayCross's, which is live. */
  readonly testMode?: boolean;
  /** How long one call may last when its context has no deadline. Default 60,000. */
  readonly timeoutMilliseconds?: number;
  /** Minor-unit digits of currencies that need confirmation by the provider: `{ HUF: 2 }`. */
  readonly currencyExponents?: CurrencyExponents;
  /** Connections to the gateway at most. Default 64. */
  readonly connections?: number;
}

/** The options with their defaults. */
export interface PayCrossSettings {
  readonly id: string;
  readonly shopId: string;
  readonly secretKey: Secret;
  readonly webhookPublicKey: KeyObject;
  readonly baseUrl: string;
  readonly testMode?: boolean | undefined;
  readonly timeoutMilliseconds: number;
  readonly currencyExponents: CurrencyExponents;
  readonly connections: number;
}

const digits = z.int('must be the number of digits after the point').min(0).max(4);

const publicKey = z.string('must be the public key of the shop').transform((value, context) => {
  const key = rsaPublicKey(value);
  if (key === undefined) context.addIssue('must be an RSA public key of at least 2048 bits, base64 or PEM');
  return key ?? z.NEVER;
});

export const payCrossSettings: z.ZodType<PayCrossSettings> = z.strictObject({
  id: text(64).default('paycross'),
  shopId: text(255).refine((value) => !value.includes(':'), 'must not contain a colon'),
  secretKey: secretOption,
  webhookPublicKey: publicKey,
  baseUrl: z
    .string()
    .refine(isSecureUrl, 'must be an absolute https URL (http only to this machine)')
    .default('https://gateway.pay-cross.com'),
  testMode: z.boolean().optional(),
  timeoutMilliseconds: z.int().positive().default(60_000),
  currencyExponents: z.partialRecord(z.enum(currencyCodes, 'must be an ISO 4217 code'), digits).default({}),
  connections: z.int().positive().default(64),
});
