import { Card, CardToken, Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { checkOperation } from '../../src/request/check.ts';
import { fingerprintOf } from '../../src/request/fingerprint.ts';

const amount = Money.of(1050n, 'EUR');
const cardOf = (number: string): Card => new Card({ number, expiryMonth: 1, expiryYear: 2035, securityCode: '123' });
const byToken = (value: string): object => {
  const token = new CardToken({ provider: 'paymega', value, customerReference: 'c-1' });
  return { amount, source: { kind: 'token', token, usage: 'oneclick', initiator: 'customer' } };
};
const inOptions = (value: string): object => ({
  providerOptions: { other: { token: new CardToken({ provider: 'other', value }) } },
});

describe('a fingerprint', () => {
  test('is the same for the same request, whatever the order of the names in it', () => {
    const one = { amount, metadata: { a: '1', b: '2' }, providerOptions: { x: { y: 1n, z: [1] } } };
    const other = {
      amount: Money.parse('10.50', 'EUR'),
      metadata: { b: '2', a: '1' },
      providerOptions: { x: { z: [1], y: 1n } },
      language: undefined,
    };
    expect(fingerprintOf('charge', one)).toBe(fingerprintOf('charge', other));
  });

  test('is what it was in earlier versions, because the repeat of a request may reach a newer one', () => {
    const [request] = checkOperation(
      'charge',
      {
        source: { kind: 'card', card: cardOf('4111111111111111') },
        amount,
        description: 'A hat',
        metadata: { b: '2', a: '1' },
        customer: { reference: 'c-1', email: 'jane@shop.test' },
        billingAddress: { postalCode: '10115', country: 'DE' },
        storeCard: { usage: ['recurring'] },
        providerOptions: { paycross: { duplicateCheck: false } },
        testMode: true,
      },
      { key: 'order-1' },
    );
    expect(fingerprintOf('charge', request)).toBe('IHzbP0DsiOaUo_SGt_ZlK7qr0M-0WrbPXS1FmW_ZDSU');
  });

  test.each<[string, object, object]>([
    ['amount', { amount }, { amount: Money.of(1051n, 'EUR') }],
    ['currency', { amount }, { amount: Money.of(1050n, 'USD') }],
    ['card', { card: cardOf('4111111111111111') }, { card: cardOf('5519283812030000') }],
    ['token, though tokens print the same', byToken('tok_1'), byToken('tok_2')],
    ['metadata', { metadata: { a: '1' } }, { metadata: { a: '2' } }],
    ['token among the options of an adapter', inOptions('tok_1'), inOptions('tok_2')],
    ['nesting', { metadata: { a: 'b' } }, { 'metadata:{a': 'b' }],
  ])('tells another %s', (_what, one, other) => {
    expect(fingerprintOf('charge', one)).not.toBe(fingerprintOf('charge', other));
  });

  test('tells another operation, also of the very same request', () => {
    const request = { amount };
    expect(fingerprintOf('charge', request)).not.toBe(fingerprintOf('authorize', request));
    expect(fingerprintOf('charge', request)).toBe(fingerprintOf('charge', { ...request }));
  });

  test('has of a card only what is printed of it, so that nobody can guess the number from it', () => {
    const number = '4111111111111111';
    // The same first six and last four digits, and a right check digit.
    expect(fingerprintOf('charge', { card: cardOf(number) })).toBe(
      fingerprintOf('charge', { card: cardOf('4111110000091111') }),
    );
  });
});
