import { DucatError } from '@ducat/core';
import type { EventError } from './event.ts';

/** An error for an event. The message of anybody else's error is not told: it may hold anything. */
export function describeError(thrown: unknown): EventError {
  if (DucatError.is(thrown)) return thrown.toJSON();
  const name = thrown instanceof Error && /^\w{1,64}$/.test(thrown.name) ? thrown.name : typeof thrown;
  return new DucatError({ code: 'internal', message: `${name} was thrown`, effect: 'possible' }).toJSON();
}
