import { DucatError } from '@ducat/core';
import { masked } from '@ducat/validation';

/** An error as it is logged. */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly effect?: string;
  readonly provider?: string;
  readonly at?: readonly string[];
  readonly cause?: DescribedError;
}

const deepestCause = 5;

/**
 * An error as it may be logged. Those of this library are free of secrets by construction. The message of anybody
 * else's is told only when its thrower was never given a secret; else its name, its code and where it was thrown.
 */
export function describeError(error: unknown, isMessageHarmless: boolean, depth: number = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const { cause } = error;
  const caused =
    cause === undefined || depth === deepestCause ? {} : { cause: describeError(cause, isMessageHarmless, depth + 1) };
  if (DucatError.is(error)) {
    const { code, effect, provider } = error;
    const where = provider === undefined ? {} : { provider };
    return { name: 'DucatError', code, message: masked(error.message), effect, ...where, ...caused };
  }
  const code = 'code' in error && typeof error.code === 'string' && /^\w{1,64}$/.test(error.code) ? error.code : '';
  return {
    name: /^\w{1,64}$/.test(error.name) ? error.name : 'Error',
    ...(code === '' ? {} : { code }),
    ...(isMessageHarmless ? { message: masked(error.message) } : {}),
    at: framesOf(error),
    ...caused,
  };
}

const mostFrames = 5;

/** Only the lines behind the message, which may have lines of its own. */
function framesOf({ stack = '', message }: Error): string[] {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames);
}
