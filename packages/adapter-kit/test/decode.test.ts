import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeJson, readAs } from '../src/index.ts';
import { amidPollution } from './pollution.ts';
import { refusalOf } from './refusal.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const pan = '4111111111111111';

/** What the bytes are, without a look at repeated keys. */
function parsedOrNothing(some: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(some));
  } catch {
    return undefined;
  }
}

describe('reading bytes as JSON', () => {
  test('gives back every value that JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(decodeJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('gives nothing, and never throws, for bytes that are no JSON', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (some) => {
        const value = decodeJson(some);
        expect(value).toEqual(parsedOrNothing(some));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a byte order mark', Buffer.from('\uFEFF{"a":1}', 'utf8')],
    ['a letter of another charset', Buffer.from('{"a":"\xfc"}', 'latin1')],
    ['an overlong encoding', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['half a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
    ['a part of an object', bytes('{"a":1')],
    ['something after the value', bytes('{"a":1} x')],
    ['two values', bytes('{}{}')],
    ['a page', bytes('<html><body>OK</body></html>')],
    ['a zero byte', bytes('{"a":1}\0')],
    ['a comment', bytes('{"a":1/**/}')],
  ])('gives nothing for %s', (_name, some) => {
    expect(decodeJson(some)).toBeUndefined();
  });

  test('reads right again after bytes that were wrong', () => {
    expect(decodeJson(Buffer.from([0x22, 0xe2, 0x82]))).toBeUndefined();
    expect(decodeJson(bytes('"€"'))).toBe('€');
  });

  test('reads what is 100 deep and nothing deeper', () => {
    const arrays = (depth: number): Uint8Array => bytes('['.repeat(depth) + ']'.repeat(depth));
    expect(Array.isArray(decodeJson(arrays(100)))).toBe(true);
    expect(decodeJson(arrays(101))).toBeUndefined();
    expect(decodeJson(bytes('{"a":'.repeat(101) + '1' + '}'.repeat(101)))).toBeUndefined();
    expect(decodeJson(bytes(`"${'['.repeat(101)}"`))).toBe('['.repeat(101));
  });

  test('reads 5,000 values and no more', () => {
    const list = (count: number): Uint8Array => bytes(JSON.stringify(Array.from({ length: count }, () => 1)));
    expect(decodeJson(list(5000))).toHaveLength(5000);
    expect(decodeJson(list(5001))).toBeUndefined();
  });

  test.each([
    ['arrays', '['.repeat(500_000) + ']'.repeat(500_000)],
    ['objects', '{"a":'.repeat(170_000) + '1' + '}'.repeat(170_000)],
    ['empty objects', `[${'{},'.repeat(340_000)}{}]`],
    ['keys', `{${Array.from({ length: 80_000 }, (_, number) => `"k${number}":1`).join(',')}}`],
    ['a string that never ends', `"${'\\"'.repeat(500_000)}`],
  ])('is not slow for a mebibyte of %s', (_name, text) => {
    const some = bytes(text);
    const milliseconds = Array.from({ length: 5 }, () => {
      const began = performance.now();
      expect(decodeJson(some)).toBeUndefined();
      return performance.now() - began;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(50);
  });

  test('makes an own property of __proto__, which changes no object', () => {
    const value = decodeJson(bytes('{"__proto__":{"approved":true},"constructor":{"prototype":{"approved":true}}}'));
    expect((value as { approved?: boolean }).approved).toBeUndefined();
    expect(({} as { approved?: boolean }).approved).toBeUndefined();
    expect(readAs(z.object({ approved: z.boolean().optional() }), value)).toEqual({});
  });

  test('is the same where somebody has given every object a field', () => {
    const [read, refused] = amidPollution({ by: 'somebody' }, () => [
      decodeJson(bytes('{"a":[{"b":"c"}],"polluted":"own"}')),
      decodeJson(bytes('{"a":[{"b":"c","b":"d"}]}')),
    ]);
    expect(read).toEqual({ a: [{ b: 'c' }], polluted: 'own' });
    expect(refused).toBeUndefined();
  });
});

describe('reading a value by a schema', () => {
  const schema = z.object({ id: z.string(), amount: z.int(), card: z.object({ last: z.string().max(4) }).nullish() });

  test('gives what the schema describes', () => {
    expect(readAs(schema, { id: 'a', amount: 5, more: true })).toEqual({ id: 'a', amount: 5 });
  });

  test('names every field that is wrong and shows the value of none', () => {
    const error = refusalOf(() => readAs(schema, { id: 4111111111111111, amount: pan, card: { last: pan } }));
    expect(error).toMatchObject({
      code: 'unexpected_response',
      effect: 'possible',
      raw: { fields: 'id, amount, card.last' },
    });
    expect(JSON.stringify(error) + error.stack).not.toContain(pan);
    expect(error.cause).toBeUndefined();
  });

  test('shows no name either that could be a card number', () => {
    const error = refusalOf(() => readAs(z.record(z.string(), z.number()), { [pan]: 'x' }));
    expect(JSON.stringify(error) + error.stack).not.toContain(pan);
  });

  test.each([undefined, null, 'text', 7, []])('says that the body as a whole is wrong: %j', (value) => {
    expect(refusalOf(() => readAs(schema, value)).raw['fields']).toBe('body');
  });

  test('throws nothing but a DucatError, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytes)), (some) => {
        expect(refusalOf(() => readAs(z.object({ no: z.literal('such') }), decodeJson(some))).code).toBe(
          'unexpected_response',
        );
      }),
    );
  });

  test('does not take an integer that JSON has rounded for the one that was sent', () => {
    const value = decodeJson(bytes('{"id":"a","amount":9007199254740993}'));
    expect(refusalOf(() => readAs(schema, value)).raw['fields']).toBe('amount');
    expect(readAs(schema, decodeJson(bytes('{"id":"a","amount":9007199254740991}'))).amount).toBe(9007199254740991);
  });
});
