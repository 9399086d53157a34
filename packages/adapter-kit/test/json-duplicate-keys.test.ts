import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeJson } from '../src/index.ts';

const decode = (text: string): unknown => decodeJson(Buffer.from(text, 'utf8'));

describe('an object that says something twice', () => {
  test.each([
    '{"amount":100,"amount":1}',
    '{"amount":100,"amount":100}',
    '{"amount":100,"\\u0061mount":1}',
    '{"a":{"b":1},"a":2}',
    '{"a":{"b":1,"b":2}}',
    '[{"a":1},{"b":[{"c":1,"c":1}]}]',
    '{"":1,"":2}',
    '{"__proto__":1,"__proto__":2}',
    '{"a\\"b":1,"a\\"b":2}',
    '{"a\\\\":1,"a\\\\":2}',
    '{"1":1,"1":2}',
    '{ "a" : 1 , "b" : 2 , "a" : 3 }',
  ])('is not understood: %s', (text) => {
    expect(decode(text)).toBeUndefined();
  });

  test.each([
    '{"a":1,"A":2,"b":1}',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":":::","b":"\\":\\"","c":"\\\\"}',
    '{"a:b":1,"c\\\\\\":d":"{\\"x\\":1,\\"x\\":2}"}',
    '{"__proto__":1,"constructor":2}',
    '{"amount":1,"amount ":2}',
    '{"é":1,"e\u0301":2}',
    '":"',
    '{}',
    '[[],{},"",null,true,-0.5e+7]',
  ])('is not confused with what only looks alike: %s', (text) => {
    expect(decode(text)).toEqual(JSON.parse(text));
  });

  test('is found wherever it is, in any value', () => {
    const key = fc.oneof(fc.constantFrom('a', '"', '\\', ':', '{', '__proto__'), fc.string());
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), key, fc.jsonValue(), (before, after, name, value) => {
        const pair = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
        const around = (inner: string): string =>
          `[${JSON.stringify(before)},{"x":[${inner}]},${JSON.stringify(after)}]`;
        expect(decode(around(`{${pair}}`))).toBeDefined();
        expect(decode(around(`{${pair},${pair}}`))).toBeUndefined();
      }),
    );
  });

  test('costs little to look for, also in a text made to be slow', () => {
    const slow = [
      JSON.stringify(
        Array.from({ length: 1600 }, (_, number) => ({
          id: `transaction ${number}`,
          amount: number,
          status: 'successful',
        })),
      ),
      JSON.stringify('\\"'.repeat(250_000)),
      JSON.stringify('\\'.repeat(500_000)),
      `{${Array.from({ length: 4900 }, (_, number) => `"${number}":1`).join(',')}}`,
    ];
    for (const text of slow) {
      const began = performance.now();
      expect(decode(text)).toBeDefined();
      expect(performance.now() - began).toBeLessThan(400);
    }
  });
});
