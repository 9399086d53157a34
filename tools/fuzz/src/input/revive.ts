import { writeChallenge, writeContinuation } from '@ducat/adapter-kit';
import { Card, CardToken, Money, Secret } from '@ducat/core';
import type { CurrencyCode } from '@ducat/core';
import type { Json, JsonObject } from './json.ts';
import { again, isList, isObject, mark, marked, numberIn, textIn } from './json.ts';

/** Lists of lists of lists would fill the machine. */
const mostValues = 100_000;
let left = mostValues;

/** The value that an input stands for, with what JSON does not have: classes, `undefined`, symbols, cycles. */
export function revive(value: Json): unknown {
  left = mostValues;
  return make(value);
}

function make(value: Json): unknown {
  left -= 1;
  if (isList(value)) return value.map(make);
  if (!isObject(value)) return value;
  if (mark in value) return makeMarked(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.endsWith(again) ? key.slice(0, -again.length) : key, make(item)]),
  );
}

/** As many as asked for, as long as there is room. */
function times<Value>(count: Json | undefined, each: (index: number) => Value): Value[] {
  const values: Value[] = [];
  for (let index = 0; index < numberIn(count) && left > 0; index += 1) values.push(each(index));
  return values;
}

function makeMarked({ [mark]: kind, ...given }: JsonObject): unknown {
  try {
    return revivals[textIn(kind)]?.(given);
  } catch {
    // A value that cannot be made cannot be handed over either.
    return undefined;
  }
}

const revivals: Readonly<Record<string, (given: JsonObject) => unknown>> = {
  raw: ({ text }) => Number(textIn(text)),
  text: ({ of, count }) => times(count, () => (left -= 1) && (textIn(of) || 'a')).join(''),
  arrays: ({ count }) => nested(count, (inner) => [inner]),
  objects: ({ count }) => nested(count, (inner) => ({ a: inner })),
  list: ({ of = null, count }) => [make(of), ...times(count, () => make(of))],
  keys: ({ of = null, count }) => Object.fromEntries(times(count, (index) => [`k${index}`, make(of)])),
  money: ({ amount, currency }) => Money.parse(textIn(amount), textIn(currency) as CurrencyCode),
  card: ({ data }) => new Card(make(data ?? null) as ConstructorParameters<typeof Card>[0]),
  token: (given) => new CardToken(given as unknown as ConstructorParameters<typeof CardToken>[0]),
  secret: ({ value }) => new Secret(textIn(value)),
  bytes: ({ text }) => Buffer.from(textIn(text)),
  bigint: ({ text }) => BigInt(textIn(text) || '0'),
  undefined: () => undefined,
  symbol: () => Symbol('symbol'),
  function: () => () => 'called',
  date: () => new Date(0),
  invalidDate: () => new Date(Number.NaN),
  map: () => new Map([['a', 1]]),
  set: () => new Set([1]),
  bare: () => Object.create(null) as unknown,
  boxed: ({ text }) => Object(textIn(text)) as unknown,
  cycle: () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    return cycle;
  },
  imposter: () => Object.create(Money.prototype) as unknown,
  abortSignal: () => new AbortController().signal,
  aborted: () => AbortSignal.abort(),
  continuation: ({ data = null }) => writeContinuation(data as Parameters<typeof writeContinuation>[0]),
  challenge: (given) => writeChallenge(given as unknown as Parameters<typeof writeChallenge>[0]),
  storage: ({ data = null }) => `ducat-token.1.${Buffer.from(JSON.stringify(data)).toString('base64url')}`,
};

function nested(count: Json | undefined, around: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let depth = 0; depth < numberIn(count) && left > 0; depth += 1) {
    left -= 1;
    value = around(value);
  }
  return value;
}

/** Values of JavaScript that no JSON has, for whatever a merchant's code may hand over. */
export const foreignValues: readonly Json[] = [
  'undefined',
  'symbol',
  'function',
  'date',
  'invalidDate',
  'map',
  'set',
  'bare',
  'cycle',
  'imposter',
  'abortSignal',
  'aborted',
]
  .map((kind) => marked(kind))
  .concat([
    marked('bigint', { text: '1000' }),
    marked('bigint', { text: '-1' }),
    marked('boxed', { text: 'a' }),
    marked('bytes', { text: '{}' }),
    marked('money', { amount: '10.01', currency: 'USD' }),
    marked('money', { amount: '-1', currency: 'EUR' }),
    marked('money', { amount: '0', currency: 'USD' }),
    marked('money', { amount: '100', currency: 'JPY' }),
    marked('money', { amount: '1.234', currency: 'KWD' }),
    marked('money', { amount: '5', currency: 'HUF' }),
    marked('money', { amount: '9999999999999999999999.99', currency: 'USD' }),
    marked('secret', { value: '123' }),
    marked('secret', { value: '\uD800' }),
    marked('secret', { value: 'a\r\nb' }),
  ]);
