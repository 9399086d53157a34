import { isSecureUrl, text } from '@ducat/adapter-kit';
import { Secret } from '@ducat/core';
import { z } from 'zod';

/** What a merchant configures for one Template account. */
export interface TemplateOptions {
  /** The id by which routes, tokens and continuations name this provider. Default `template`. */
  readonly id?: string;
  /** The account's API key. */
  readonly apiKey: string | Secret;
  /** The secret with which webhooks are signed. */
  readonly webhookSecret: string | Secret;
  /** Default `https://api.template.example`. */
  readonly baseUrl?: string;
  /** Whether transactions are test ones unless a request says otherwise. Default: false. */
  readonly testMode?: boolean;
  /** How long one call may last when its context has no deadline. Default 60,000. */
  readonly timeoutMilliseconds?: number;
  /** Connections at most. Default 64. */
  readonly connections?: number;
}

/** The options with their defaults. */
export interface TemplateSettings {
  readonly id: string;
  readonly apiKey: Secret;
  readonly webhookSecret: Secret;
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

export const templateSettings: z.ZodType<TemplateSettings> = z.strictObject({
  id: text(64).default('template'),
  apiKey: secret,
  webhookSecret: secret,
  baseUrl: z
    .string()
    .refine(isSecureUrl, 'must be an absolute https URL (http only to this machine)')
    .default('https://api.template.example'),
  testMode: z.boolean().default(false),
  timeoutMilliseconds: z.int().positive().default(60_000),
  connections: z.int().positive().default(64),
});
