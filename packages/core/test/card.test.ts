import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardData } from '../src/index.ts';
import { Card } from '../src/index.ts';
import { revealSecret } from '../src/reveal.ts';
import { refusalOf } from './refusal.ts';

const valid: CardData = { number: '4200000000000000', expiryMonth: 1, expiryYear: 2031 };

/** Test card numbers from the providers' own pages. */
const published = [
  '5123817234060000',
  '5519283812030000',
  '4412397212080000',
  '4302912837020000',
  '4200000000000000',
  '4005550000000019',
  '4012000000001097',
];

function wrongFields(changes: object): (string | undefined)[] {
  const error = refusalOf(() => new Card({ ...valid, ...changes }));
  expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', retry: 'never', provider: undefined });
  return error.issues.map(({ path }) => path);
}

describe('a card', () => {
  test.each([null, undefined, 'text', 7, []])('made of %j is refused like any other that is wrong', (data) => {
    const error = refusalOf(() => new Card(data as unknown as CardData));
    expect(error.issues.map(({ path }) => path)).toEqual(['card.number', 'card.expiryMonth', 'card.expiryYear']);
  });

  test.each(published)('with the published test number %s is accepted', (number) => {
    const card = new Card({ ...valid, number });
    expect(revealSecret(card.number)).toBe(number);
    expect(card.firstSix).toBe(number.slice(0, 6));
  });

  test.each([['4200 0000 0000 0000'], ['4200-0000-0000-0000'], [' 4200000000000000 ']])(
    'typed as %j is the same card',
    (number) => {
      expect(revealSecret(new Card({ ...valid, number }).number)).toBe('4200000000000000');
    },
  );

  test('gives back what it was made of', () => {
    const card = new Card({ ...valid, holder: 'Anna-Maria O’Neill 3rd', securityCode: '0123' });
    expect([card.expiryMonth, card.expiryYear, card.holder]).toEqual([1, 2031, 'Anna-Maria O’Neill 3rd']);
    expect(card.securityCode === undefined ? undefined : revealSecret(card.securityCode)).toBe('0123');
  });

  test('without holder and security code has neither', () => {
    const card = new Card(valid);
    expect([card.holder, card.securityCode]).toEqual([undefined, undefined]);
  });

  test('is refused when any one digit is mistyped', () => {
    fc.assert(
      fc.property(fc.constantFrom(...published), fc.nat(15), fc.integer({ min: 1, max: 9 }), (number, at, step) => {
        const digit = (Number(number.charAt(at)) + step) % 10;
        expect(wrongFields({ number: number.slice(0, at) + digit + number.slice(at + 1) })).toEqual(['card.number']);
      }),
    );
  });

  test.each([
    [
      'number',
      ['', '4200', '42000000000000000000', '420000000000000O', '4200000000000001', '4200.0000.0000.0000', 42, null],
    ],
    ['expiryMonth', [0, 13, -1, 1.5, Number.NaN, '1', undefined]],
    ['expiryYear', [31, 1999, 2100, 2031.5, Number.POSITIVE_INFINITY, '2031', undefined]],
    ['holder', ['', '  ', '4200000000000000', '4200 0000 0000 0000', '4200.0000/0000_0000', 'A 420000', '٤٢٠٠٠٠٠٠', 5]],
    ['securityCode', ['', '12', '12345', '12a', '123\n', ' 123', 123, null]],
  ])('with a wrong %s is refused by the path of that field alone', (field, values) => {
    for (const value of values) {
      expect(wrongFields({ [field]: value }), String(value)).toEqual([`card.${field}`]);
    }
  });

  test('with everything wrong is refused with one issue for each field, in the order of the fields', () => {
    const everything = { number: '1', expiryMonth: 13, expiryYear: 31, holder: '', securityCode: '1' };
    const error = refusalOf(() => new Card(everything));
    expect(wrongFields(everything)).toEqual([
      'card.number',
      'card.expiryMonth',
      'card.expiryYear',
      'card.holder',
      'card.securityCode',
    ]);
    for (const { path, message } of error.issues) expect(error.message).toContain(`${path}: ${message}`);
  });
});
