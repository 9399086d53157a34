import type { ErrorCode } from '@ducat/core';
import { DucatError } from '@ducat/core';

const codes: Readonly<Record<ErrorCode, true>> = {
  invalid_request: true,
  invalid_options: true,
  unsupported: true,
  authentication_failed: true,
  refused: true,
  not_found: true,
  duplicate: true,
  rate_limited: true,
  connection_failed: true,
  connection_lost: true,
  deadline_exceeded: true,
  canceled: true,
  unexpected_response: true,
  contradicting_response: true,
  invalid_signature: true,
  // Closed, but never right: it is what a foreign exception becomes on its way through a port.
  idempotency_mismatch: true,
  operation_in_progress: true,
  journal_failed: true,
  internal: true,
};

const longestMessage = 20_000;

/** What is wrong with a thrown value or with the error of an outcome; `undefined` when it is as promised. */
export function faultOfError(value: unknown): string | undefined {
  if (!DucatError.is(value)) return `a foreign exception: ${describe(value)}`;
  const { code, effect, retry, provider, issues, raw, message } = value;
  if (code === 'internal') return `a foreign exception inside: ${JSON.stringify(raw)}`;
  if (!Object.hasOwn(codes, code)) return `the error code ${code}`;
  if (!['none', 'possible'].includes(effect)) return `the effect ${String(effect)}`;
  if (!['never', 'safe', 'after_lookup'].includes(retry)) return `the retry ${String(retry)}`;
  if (provider !== undefined && typeof provider !== 'string') return 'a provider that is no string';
  if (typeof message !== 'string' || message.length > longestMessage)
    return `a message of ${message.length} characters`;
  if (!issues.every(({ path, message: text }) => typeof path === 'string' && typeof text === 'string')) {
    return 'issues that are not texts';
  }
  return faultOfDetails(raw);
}

/** Labelled words of the provider: strings, and not long. */
export function faultOfDetails(raw: unknown): string | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return 'details that are no object';
  const wrong = Object.entries(raw).find(([, text]) => typeof text !== 'string' || text.length > 2000);
  return wrong === undefined ? undefined : `the detail ${wrong[0]} that is no short text`;
}

export function describe(value: unknown): string {
  if (!(value instanceof Error)) return `${typeof value} ${String(value)}`.slice(0, 200);
  const place = value.stack?.split('\n').find((line) => line.startsWith('    at ')) ?? '';
  return `${value.name}: ${value.message.slice(0, 200)}${place.trimEnd().replace(/^ +/, ' ')}`;
}
