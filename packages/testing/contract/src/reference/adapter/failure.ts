import type { Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';

/**
 * What a failed call proves: `unknown` where money may have moved, `not_sent` where the way failed before a connection
 * stood. A refusal of the request is thrown.
 */
export function outcomeOfFailure(thrown: unknown, provider: string, reference: string): Outcome {
  const error = asDucatError(thrown, provider);
  const { raw } = error;
  if (error.effect === 'possible') return { status: 'unknown', provider, reference, error, raw };
  if (['connection_failed', 'deadline_exceeded', 'canceled'].includes(error.code)) {
    return { status: 'not_sent', provider, reference, error, raw };
  }
  throw error;
}

/** A foreign error is a defect of ours; its text may quote anything and is not kept. */
export function asDucatError(thrown: unknown, provider: string): DucatError {
  if (!DucatError.is(thrown)) {
    return new DucatError({ code: 'internal', message: 'defect in the adapter', effect: 'possible', provider });
  }
  return new DucatError({ ...thrown.toJSON(), provider: thrown.provider ?? provider });
}

/** Asking moves nothing, whatever fails. */
export function withoutEffect(error: DucatError): DucatError {
  if (error.effect === 'none') return error;
  return new DucatError({ ...error.toJSON(), effect: 'none', retry: 'safe' });
}

/** The shopper may have finished meanwhile, whatever fails. */
export function withEffect(error: DucatError): DucatError {
  if (error.effect === 'possible') return error;
  return new DucatError({ ...error.toJSON(), effect: 'possible', retry: 'after_lookup' });
}
