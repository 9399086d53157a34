import { DucatError } from '@ducat/core';

/** The error that a call is refused with; fails when it is not refused by the library itself. */
export async function refusalOf(call: () => unknown): Promise<DucatError> {
  try {
    await call();
  } catch (error) {
    if (DucatError.is(error)) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** The wrong fields, in alphabetical order. */
export async function wrongFieldsOf(call: () => unknown): Promise<string[]> {
  return (await refusalOf(call)).issues.map(({ path }) => path).sort();
}
