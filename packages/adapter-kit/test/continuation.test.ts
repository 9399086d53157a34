import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readContinuation, writeContinuation } from '../src/index.ts';
import { refusalOf } from './refusal.ts';

const schema = z.strictObject({ id: z.string(), testMode: z.boolean().optional(), url: z.string().optional() });
const written = writeContinuation({ id: 'abc', testMode: true });
const encode = (text: string): string => `ducat-continuation.1.${Buffer.from(text).toString('base64url')}`;

describe('a continuation', () => {
  test('comes back as it was written', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 500 });
    fc.assert(
      fc.property(
        anyText,
        fc.option(fc.boolean(), { nil: undefined }),
        fc.option(anyText, { nil: undefined }),
        (id, testMode, url) => {
          const given = Object.entries({ testMode, url }).filter(([, value]) => value !== undefined);
          const continuation = writeContinuation({ id, testMode, url });
          expect(readContinuation(schema, continuation)).toEqual({ id, ...Object.fromEntries(given) });
        },
      ),
    );
  });

  test('fits into a database column, a cookie, a URL and a form as it is', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(writeContinuation({ id })).toMatch(/^[A-Za-z0-9._-]+$/);
      }),
    );
  });

  test.each([
    ['nothing', ''],
    ['its prefix alone', 'ducat-continuation.1.'],
    ['another version', written.replace('.1.', '.2.')],
    ['a space before it', ` ${written}`],
    ['a line break after it', `${written}\n`],
    ['padding', `${written}=`],
    ['letters that base64url has not', `${written}!!`],
    ['standard base64', `ducat-continuation.1.${Buffer.from('{"id":"???>>>"}').toString('base64')}`],
    ['something cut off', written.slice(0, -1)],
    ['something added', `${written}AAAA`],
    ['no JSON', encode('{"id":')],
    ['no object', encode('"abc"')],
    ['null', encode('null')],
    ['a list', encode('[]')],
    ['another field', encode('{"id":"a","more":1}')],
    ['a field of another type', encode('{"id":1}')],
    ['a prototype', encode('{"id":"a","__proto__":{"testMode":true}}')],
    ['no UTF-8', `ducat-continuation.1.${Buffer.from('{"id":"\xff"}', 'latin1').toString('base64url')}`],
    ['what is far too long', encode(`{"id":"${'a'.repeat(1_000_000)}"}`)],
  ])('is refused for %s', (_name, text) => {
    const error = refusalOf(() => readContinuation(schema, text));
    expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', issues: [{ path: 'continuation' }] });
  });

  test.each([undefined, null, 7, {}, [written]])('is a string: %j', (value) => {
    expect(refusalOf(() => readContinuation(schema, value as string)).code).toBe('invalid_request');
  });

  test('is refused, and nothing worse, for any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(refusalOf(() => readContinuation(schema, text)).code).toBe('invalid_request');
        expect(refusalOf(() => readContinuation(schema, encode(text))).code).toBe('invalid_request');
      }),
    );
  });

  test('is not quoted when it is refused', () => {
    expect(refusalOf(() => readContinuation(schema, encode('{"id":4111111111111111}'))).message).not.toMatch(/\d{5}/);
  });

  test('that could not be read back is not written', () => {
    const longest = { id: 'a'.repeat(6110) };
    expect(readContinuation(schema, writeContinuation(longest))).toEqual(longest);
    expect(refusalOf(() => writeContinuation({ id: 'a'.repeat(6200) }))).toMatchObject({
      code: 'unexpected_response',
      effect: 'possible',
    });
  });
});
