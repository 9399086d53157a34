import { DucatError } from '@ducat/core';
import type { Call } from './call.ts';

/**
 * What is left of an error that is not ours: its name and where it was thrown. Its text is not kept, because what
 * failed may be quoted there: parsers print what they could not parse.
 */
export function defect(thrown: unknown, call: Call): DucatError {
  const name = thrown instanceof Error && /^\w{1,40}$/.test(thrown.name) ? thrown.name : typeof thrown;
  const at = thrown instanceof Error ? placeOf(thrown) : undefined;
  return new DucatError({
    code: 'internal',
    message: `defect in the adapter (${name})`,
    effect: call.begun ? 'possible' : 'none',
    provider: call.provider,
    raw: { defect: name, ...(at === undefined ? {} : { at }) },
  });
}

function placeOf({ name, message, stack = '' }: Error): string | undefined {
  // A message of several lines could look like a place; only what follows it is made by the engine.
  const head = message === '' ? name : `${name}: ${message}`;
  if (!stack.startsWith(head)) return undefined;
  return /^ {4}at (?:.* \()?((?:file:|node:|\/|[A-Z]:\\)[^\s()]{1,300}:\d+:\d+)\)?$/m.exec(
    stack.slice(head.length),
  )?.[1];
}
