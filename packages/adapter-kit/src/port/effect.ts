import { DucatError } from '@ducat/core';

/** The same error with another answer to whether money may have moved, and the advice that goes with it. */
export function withEffect(error: DucatError, effect: DucatError['effect']): DucatError {
  if (error.effect === effect) return error;
  return new DucatError({ ...error.toJSON(), effect, retry: effect === 'possible' ? 'after_lookup' : 'safe' });
}
