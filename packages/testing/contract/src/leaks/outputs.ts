import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { reachableFrom } from './reachable.ts';

const everything = {
  depth: Number.POSITIVE_INFINITY,
  showHidden: true,
  maxArrayLength: null,
  maxStringLength: null,
  breakLength: Number.POSITIVE_INFINITY,
};

const ways: Readonly<Record<string, (value: unknown) => unknown>> = {
  'String()': String,
  'JSON.stringify': (value) => JSON.stringify(value),
  inspect: (value) => inspect(value),
  'inspect with everything': (value) => inspect(value, everything),
  'inspect with getters': (value) => inspect(value, { ...everything, getters: true }),
  'inspect without custom printing': (value) => inspect(value, { ...everything, customInspect: false }),
  'format %s': (value) => format('%s', value),
  'format %j': (value) => format('%j', value),
  stack: (value) => causesOf(value).map((cause) => (cause instanceof Error ? (cause.stack ?? '') : '')),
  'cause chain': (value) =>
    causesOf(value)
      .slice(1)
      .map((cause) => `${format('%s', cause)} ${inspect(cause, everything)}`),
  'own properties': (value) => reachableFrom(value, 'own'),
  getters: (value) => reachableFrom(value, 'getters'),
  spread: (value) => inspect({ ...(value as object) }, everything),
  structuredClone: (value) => inspect(structuredClone(value), everything),
  'v8.serialize': (value) => serialize(value).toString('latin1'),
};

/** The ways in which a value can be printed, by name. */
export const valueSinks: readonly string[] = Object.keys(ways);

/** What each way of printing makes of the value. A way that it refuses prints nothing. */
export function outputsOf(value: unknown): ReadonlyMap<string, string> {
  return new Map(Object.entries(ways).map(([name, print]) => [name, attempt(() => print(value))]));
}

function attempt(print: () => unknown): string {
  try {
    const printed = print();
    return Array.isArray(printed) ? printed.join('\n') : String(printed);
  } catch (error) {
    // The refusal itself may quote: `DataCloneError: <value> could not be cloned`.
    return error instanceof Error ? error.message : '';
  }
}

function causesOf(value: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let link = value; link !== undefined && link !== null && !chain.includes(link);) {
    chain.push(link);
    link = typeof link === 'object' ? (link as { cause?: unknown }).cause : undefined;
  }
  return chain;
}
