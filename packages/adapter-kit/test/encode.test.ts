import { Card, CardToken, Money, Secret } from '@ducat/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DecimalNumber, encodeBasicAuthorization, encodeBearerAuthorization, encodeJson } from '../src/index.ts';
import { amidPollution } from './pollution.ts';

const card = new Card({ number: '4111111111111111', expiryMonth: 1, expiryYear: 2031, securityCode: '987' });

describe('an encoded body', () => {
  test('holds secrets in the clear and names each of them, however deep they are', () => {
    const body = { a: [{ number: card.number }, [card.securityCode]], b: { c: { key: new Secret('key-1') } } };
    const { text, secrets } = encodeJson(body);
    expect(JSON.parse(text)).toEqual({ a: [{ number: '4111111111111111' }, ['987']], b: { c: { key: 'key-1' } } });
    expect(secrets).toEqual(['4111111111111111', '987', 'key-1']);
  });

  test('holds a secret that stands alone', () => {
    expect(encodeJson(new Secret('alone'))).toEqual({ text: '"alone"', secrets: ['alone'] });
  });

  test('shows no card and no token that was put into it as a whole', () => {
    const token = new CardToken({ provider: 'p', value: 'token-value' });
    const { text, secrets } = encodeJson({ card, token });
    expect(text).not.toMatch(/4111111111111111|987|token-value/);
    expect(secrets).toEqual([]);
  });

  test('holds nothing that somebody has given to every object', () => {
    const { text } = amidPollution(7n, () => encodeJson({ a: 1n, b: { c: 'd' } }));
    expect(text).toBe('{"a":1,"b":{"c":"d"}}');
  });

  test('escapes a secret like any other text', () => {
    const hostile = '","amount":1,"x":"\n\u2028\\';
    expect(JSON.parse(encodeJson({ key: new Secret(hostile) }).text)).toEqual({ key: hostile });
  });

  test('holds integers of any size digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt(), (units) => {
        expect(encodeJson({ amount: units }).text).toBe(`{"amount":${units}}`);
        expect(encodeJson([units, { units }]).text).toBe(`[${units},{"units":${units}}]`);
      }),
    );
  });

  test('holds decimals of any length digit by digit', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.stringMatching(/^\d{1,30}$/), (whole, fraction) => {
        const text = `${whole}.${fraction}`;
        expect(encodeJson({ amount: new DecimalNumber(text) }).text).toBe(`{"amount":${text}}`);
      }),
    );
    expect(encodeJson(new DecimalNumber(Money.parse('0.10', 'USD').toDecimal())).text).toBe('0.10');
  });

  test('leaves out what is undefined, keeps what is null, false, zero or empty, and keeps the order', () => {
    const { text } = encodeJson({ z: 1, a: undefined, n: null, f: false, o: 0, e: '', b: { y: undefined, x: 1 } });
    expect(text).toBe('{"z":1,"n":null,"f":false,"o":0,"e":"","b":{"x":1}}');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'is refused rather than sent with null in the place of %d',
    (value) => {
      expect(() => encodeJson({ amount: value })).toThrow(TypeError);
    },
  );

  test('is, for everything that JSON knows, what JSON makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(encodeJson(value).text).toBe(JSON.stringify(value));
      }),
    );
  });
});

describe('a decimal number', () => {
  const hostile = [
    '',
    ' ',
    '1 ',
    ' 1',
    '+1',
    '01',
    '.5',
    '1.',
    '1e3',
    '0x1',
    'NaN',
    'null',
    'true',
    '"1"',
    '{}',
    '[1]',
    '1,"a":2',
    '1}',
    '-',
    '--1',
    '1\n',
    '１',
    '1_000',
  ];

  test.each(hostile)('is nothing but a plain decimal: %j is refused', (text) => {
    expect(() => new DecimalNumber(text)).toThrow(TypeError);
  });

  test('cannot be changed after it was checked', () => {
    const number = new DecimalNumber('1.5');
    expect(() => Object.assign(number, { text: '2,"a":1' })).toThrow(TypeError);
    expect(encodeJson(number).text).toBe('1.5');
    expect(() => encodeJson(Object.assign(Object.create(DecimalNumber.prototype) as object, {}))).toThrow(TypeError);
  });

  test('that is no text is refused', () => {
    expect(() => new DecimalNumber(1.5 as unknown as string)).toThrow(TypeError);
    expect(() => new DecimalNumber({ toString: () => '1' } as unknown as string)).toThrow(TypeError);
  });
});

describe('credentials', () => {
  test('are encoded as HTTP Basic has them, with everything secret in them named', () => {
    const { text, secrets } = encodeBasicAuthorization('shop', new Secret('pässword'));
    expect(text).toBe(`Basic ${Buffer.from('shop:pässword').toString('base64')}`);
    expect(secrets).toEqual(['pässword', text.slice('Basic '.length)]);
  });

  test('are encoded as Bearer has them', () => {
    expect(encodeBearerAuthorization(new Secret('token'))).toEqual({ text: 'Bearer token', secrets: ['token'] });
  });
});
