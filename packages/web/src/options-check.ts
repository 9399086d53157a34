import type { Issue } from '@ducat/core';
import { refusal } from '@ducat/validation';
import { isSafeOrigin, readSafeUrl } from './safe-url.ts';
import type { WebhookOptions, WebOptions } from './options.ts';

/** `undefined`: the value is right. */
type Check = (value: unknown) => string | undefined;

type Checks<Options> = { readonly [Name in keyof Options]-?: Check };

const longestBaseUrl = 180;
const shortestKey = 32;
const mostAnswerBytes = 65_536;

/** @throws DucatError `invalid_options` that lists every wrong option. */
export function checkWebhookOptions(options: WebhookOptions): void {
  check(options, webhookChecks(['receive']));
}

/** @throws DucatError `invalid_options` that lists every wrong option. */
export function checkWebOptions(options: WebOptions): void {
  const rules = { allowLoopback: (options as Partial<WebOptions> | undefined)?.allowLoopback === true };
  const origin = (value: unknown): boolean => isSafeOrigin(value, rules);
  const origins = listOf(origin, 'must be an array of origins: https://shop.example, without a slash at the end');
  check(options, {
    ...webhookChecks(['receive', 'get', 'resume']),
    baseUrl: (value) => {
      const url = readSafeUrl(value, rules);
      if (url === undefined || url.search !== '' || url.hash !== '') return 'must be an https URL without a query';
      return url.href.length > longestBaseUrl ? `must be at most ${longestBaseUrl} characters` : undefined;
    },
    linkKeys: listOf(isKey, `must be one or more random keys of at least ${shortestKey} characters`, 1),
    resultUrl: (value) => (readSafeUrl(value, rules) === undefined ? 'must be an https URL' : undefined),
    resultOrigins: optional(origins),
    frameAncestors: optional(
      listOf(
        (value) => value === 'self' || origin(value),
        "must be an array of 'self' and origins: https://shop.example",
      ),
    ),
    formActions: optional(origins),
    texts: optional((value) => (isObject(value) || typeof value === 'function' ? undefined : 'must be texts by name')),
    allowLoopback: optional((value) => (typeof value === 'boolean' ? undefined : 'must be true or false')),
  } satisfies Checks<WebOptions>);
}

function webhookChecks(methods: readonly string[]): Checks<WebhookOptions> {
  return {
    payments: (value) => {
      const has = (method: string): boolean => isObject(value) && typeof value[method] === 'function';
      return methods.every(has) ? undefined : 'must be what createPayments returns';
    },
    onEvent: optional((value) => (typeof value === 'function' ? undefined : 'must be a function')),
    limits: optional((value) => (isObject(value) ? limitsProblem(value) : 'must be an object of numbers')),
  };
}

function limitsProblem(limits: Readonly<Record<string, unknown>>): string | undefined {
  const known = ['webhookBytes', 'answerBytes', 'bodyMilliseconds'];
  const unknown = Object.keys(limits).find((name) => !known.includes(name));
  if (unknown !== undefined) return `must have only ${known.join(', ')}`;
  const isWrong = (value: unknown): boolean =>
    value !== undefined && !(Number.isSafeInteger(value) && Number(value) > 0);
  const wrong = known.find((name) => isWrong(limits[name]));
  if (wrong !== undefined) return `${wrong} must be a whole number of more than 0`;
  return Number(limits['answerBytes'] ?? 0) > mostAnswerBytes
    ? `answerBytes must be at most ${mostAnswerBytes}`
    : undefined;
}

function check(options: unknown, checks: Readonly<Record<string, Check>>): void {
  const given = isObject(options) ? options : {};
  const issues: Issue[] = [];
  for (const [path, problemOf] of Object.entries(checks)) {
    const message = problemOf(given[path]);
    if (message !== undefined) issues.push({ path, message });
  }
  for (const path of Object.keys(given)) {
    if (!Object.hasOwn(checks, path)) issues.push({ path, message: 'is no option' });
  }
  if (issues.length > 0) throw refusal('invalid_options', issues);
}

function optional(problemOf: Check): Check {
  return (value) => (value === undefined ? undefined : problemOf(value));
}

function listOf(isRight: (value: unknown) => boolean, message: string, least: number = 0): Check {
  return (value) => (Array.isArray(value) && value.length >= least && value.every(isRight) ? undefined : message);
}

/** Long enough, and not the same sign over and over, as a forgotten placeholder is. */
function isKey(value: unknown): boolean {
  return typeof value === 'string' && value.trim().length >= shortestKey && new Set(value).size >= 8;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
