import { DucatError } from '@ducat/core';
import type { Json } from '../input/json.ts';
import { describe, faultOfError } from '../judge/fault.ts';
import { isPolluted, restorePrototypes } from '../judge/prototypes.ts';
import type { Result, Target } from '../target.ts';
import { leastCost, remarkable, slowest } from './measure.ts';

/** A promise that did not hold. */
export interface Fault {
  readonly kind: 'foreign exception' | 'slow' | 'hang' | 'pollution' | 'wrong result';
  readonly message: string;
}

/** What one input came to. */
export interface Attempt {
  readonly fault: Fault | undefined;
  readonly milliseconds: number;
  /** What distinguishes the result from others: `approved`, `invalid_request amount`. */
  readonly sort: string;
}

/** Runs one input and looks at everything that the parser promises. */
export async function attempt(target: Target, input: Json, thorough = false): Promise<Attempt> {
  const call = target.prepare(input);
  const began = performance.now();
  let result: Result;
  try {
    const returned = call();
    result = { returned: isThenable(returned) ? await returned : returned };
  } catch (threw) {
    result = { threw };
  }
  const milliseconds = performance.now() - began;
  const sort = sortOf(result);
  if (thorough || isPolluted()) {
    const message = restorePrototypes();
    if (message !== undefined) return { fault: { kind: 'pollution', message }, milliseconds, sort };
  }
  if ('threw' in result) {
    const message = faultOfError(result.threw);
    if (message !== undefined) return { fault: { kind: 'foreign exception', message }, milliseconds, sort };
  }
  const wrong = target.judge(result, input);
  if (wrong !== undefined) {
    const kind = wrong.startsWith('a foreign exception') ? 'foreign exception' : 'wrong result';
    return { fault: { kind, message: wrong }, milliseconds, sort };
  }
  if (milliseconds <= remarkable) return { fault: undefined, milliseconds, sort };
  const least = Math.min(milliseconds, await leastCost(call));
  const fault: Fault = { kind: 'slow', message: `${Math.round(least)} ms, at most ${slowest} are allowed` };
  return { fault: least > slowest ? fault : undefined, milliseconds: least, sort };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function sortOf(result: Result): string {
  if ('threw' in result) {
    if (!DucatError.is(result.threw)) return describe(result.threw);
    const { code, issues, raw } = result.threw;
    const [issue] = issues;
    // Names of fields that the input itself made up, or the provider, are without number.
    const isOurs = issue !== undefined && raw['httpStatus'] === undefined && !issue.message.includes('known field');
    return isOurs ? `${code} ${issue.path.split('.')[0]}` : code;
  }
  const { returned } = result;
  if (typeof returned !== 'object' || returned === null) return typeof returned;
  const { status, error, reason, transaction, transactions } = returned as Record<string, unknown>;
  const records = [transaction, ...(Array.isArray(transactions) ? transactions.slice(0, 1) : [])] as unknown[];
  const record = records.find((one) => one !== undefined) as
    | { outcome?: { status?: string }; operation?: string }
    | undefined;
  const parts = [
    status,
    DucatError.is(error) ? error.code : undefined,
    reason,
    record?.operation,
    record?.outcome?.status,
  ];
  return parts.filter((part) => typeof part === 'string').join(' ') || 'returned';
}
