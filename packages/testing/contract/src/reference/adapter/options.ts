import type { Issue } from '@ducat/core';
import { DucatError, Secret } from '@ducat/core';
import { isWebUrl } from './requests.ts';

/** What a merchant configures for an account at the reference bank. */
export interface ReferenceOptions {
  readonly id: string;
  readonly apiKey: string;
  /** Webhooks are authenticated with the key of their mode. */
  readonly webhookKeys: { readonly live: string; readonly test: string };
  readonly baseUrl: string;
  readonly testMode: boolean;
  readonly timeoutMilliseconds: number;
}

export interface ReferenceSettings {
  readonly id: string;
  readonly apiKey: Secret;
  readonly webhookKeys: { readonly live: Secret; readonly test: Secret };
  readonly baseUrl: string;
  readonly testMode: boolean;
  readonly timeoutMilliseconds: number;
}

/** @throws DucatError `invalid_options` with every wrong option; it repeats none of them. */
export function readOptions(options: ReferenceOptions): ReferenceSettings {
  const { id, apiKey, webhookKeys, baseUrl, testMode, timeoutMilliseconds } = options;
  const wrong: Issue[] = [];
  const check = (holds: boolean, path: string, message: string): void => {
    if (!holds) wrong.push({ path, message });
  };
  check(/^[\w-]{1,64}$/.test(id), 'id', 'must be 1 to 64 letters, digits, - or _');
  for (const [path, key] of [
    ['apiKey', apiKey],
    ['webhookKeys.live', webhookKeys.live],
    ['webhookKeys.test', webhookKeys.test],
  ] as const) {
    check(typeof key === 'string' && key.trim() !== '', path, 'must be a string that is not blank');
  }
  check(isWebUrl(baseUrl), 'baseUrl', 'must be an http or https URL');
  check(typeof testMode === 'boolean', 'testMode', 'must be true or false');
  check(
    Number.isInteger(timeoutMilliseconds) && timeoutMilliseconds > 0,
    'timeoutMilliseconds',
    'must be more than zero',
  );
  if (wrong.length > 0) {
    const message = wrong.map(({ path, message }) => `${path}: ${message}`).join('; ');
    throw new DucatError({ code: 'invalid_options', message, effect: 'none', issues: wrong });
  }
  const keys = { live: new Secret(webhookKeys.live), test: new Secret(webhookKeys.test) };
  return { id, apiKey: new Secret(apiKey), webhookKeys: keys, baseUrl, testMode, timeoutMilliseconds };
}
