import { DucatError } from '@ducat/core';

/** The `DucatError` that the act throws; anything else, and nothing at all, is a failure of the test. */
export function refusalOf(act: () => unknown): DucatError {
  try {
    act();
  } catch (error) {
    if (DucatError.is(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
