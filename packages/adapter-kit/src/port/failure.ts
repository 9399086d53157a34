import type { ErrorCode, Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { redact, redactDetails } from '../redact.ts';
import type { Call } from './call.ts';
import { defect } from './defect.ts';
import { withEffect } from './effect.ts';

/** Failures of the way to the provider, as against answers of the provider. */
const wayCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'connection_failed',
  'connection_lost',
  'deadline_exceeded',
  'canceled',
  'unexpected_response',
  'contradicting_response',
]);

const longestMessage = 2000;

/**
 * Any thrown value as a `DucatError` of this provider, without a secret of the call in anything that it prints and
 * without a cause, which nobody has redacted. A foreign error is a defect.
 */
export function asDucatError(thrown: unknown, call: Call): DucatError {
  if (!DucatError.is(thrown)) return defect(thrown, call);
  const clean = (text: string): string => redact(text, call.secrets, longestMessage);
  return new DucatError({
    ...thrown.toJSON(),
    message: clean(thrown.message),
    issues: thrown.issues.map(({ path, message }) => ({ path: clean(path), message: clean(message) })),
    raw: redactDetails(thrown.raw, call.secrets),
    ...(thrown.provider === undefined && call.begun ? { provider: call.provider } : {}),
  });
}

/**
 * The outcome that a failure is: `unknown` when money may have moved, by this failure or by anything before it in the
 * same call; `not_sent` when the way failed before anything that moves money. Everything else (a wrong request, refused
 * credentials) is thrown.
 */
export function outcomeOfFailure(thrown: unknown, call: Call): Outcome {
  const error = asDucatError(thrown, call);
  const { provider, reference } = call;
  if (error.effect === 'possible' || call.moneyMayHaveMoved) {
    const known = call.providerReference === undefined ? {} : { providerReference: call.providerReference };
    return { status: 'unknown', provider, reference, ...known, error: withEffect(error, 'possible'), raw: error.raw };
  }
  if (wayCodes.has(error.code)) return { status: 'not_sent', provider, reference, error, raw: error.raw };
  throw error;
}

/**
 * Runs a step that cannot move money, so whatever fails in it proves that none was moved by it, and whatever fails
 * after it may still be `not_sent`. What earlier steps did stays open, and so does a `duplicate`: the provider has seen
 * the reference before, and nobody knows here what it did then.
 */
export async function withoutEffect<Result>(call: Call, step: () => Promise<Result>): Promise<Result> {
  const before = call.moneyMayHaveMoved;
  try {
    const result = await step();
    call.moneyMayHaveMoved = before;
    return result;
  } catch (thrown) {
    const isDuplicate = DucatError.is(thrown) && thrown.code === 'duplicate';
    call.moneyMayHaveMoved = before || isDuplicate;
    throw DucatError.is(thrown) && !isDuplicate ? withEffect(thrown, 'none') : thrown;
  }
}
