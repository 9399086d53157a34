import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { requireEcho } from '../src/index.ts';
import { refusalOf } from './refusal.ts';

const asked = Money.of(1050n, 'USD');

describe('an answer', () => {
  test('may say the same as was asked for, or nothing', () => {
    expect(() => requireEcho({})).not.toThrow();
    expect(() =>
      requireEcho({
        amount: [asked, Money.of(1050n, 'USD')],
        reference: ['a', 'a'],
        operation: ['charge', 'charge'],
        testMode: [false, false],
      }),
    ).not.toThrow();
    expect(() =>
      requireEcho({
        amount: [asked, undefined],
        reference: ['a', undefined],
        operation: ['charge', undefined],
        testMode: [true, undefined],
      }),
    ).not.toThrow();
  });

  test.each([
    ['more money', { amount: [asked, Money.of(1051n, 'USD')] as const }, 'amount 10.51 USD, asked 10.50 USD'],
    ['less money', { amount: [asked, Money.of(1n, 'USD')] as const }, 'amount 0.01 USD, asked 10.50 USD'],
    ['nothing', { amount: [asked, Money.of(0n, 'USD')] as const }, 'amount 0.00 USD, asked 10.50 USD'],
    [
      'the same number of another currency',
      { amount: [asked, Money.of(1050n, 'EUR')] as const },
      'amount 10.50 EUR, asked 10.50 USD',
    ],
    ['another reference', { reference: ['a', 'b'] as const }, 'another reference'],
    ['a reference in another case', { reference: ['a', 'A'] as const }, 'another reference'],
    ['an empty reference', { reference: ['a', ''] as const }, 'another reference'],
    ['another operation', { operation: ['charge', 'refund'] as const }, 'refund instead of charge'],
    ['a test where money was meant', { testMode: [false, true] as const }, 'test mode'],
    ['money where a test was meant', { testMode: [true, false] as const }, 'live mode'],
  ])('about %s is neither a success nor a failure of what was asked for', (_name, echo, contradiction) => {
    const error = refusalOf(() => requireEcho(echo));
    expect(error).toMatchObject({
      code: 'contradicting_response',
      effect: 'possible',
      retry: 'after_lookup',
      raw: { contradiction },
    });
  });

  test('is told about everything in which it differs', () => {
    const error = refusalOf(() =>
      requireEcho({ amount: [asked, Money.of(1n, 'USD')], reference: ['a', 'b'], testMode: [true, false] }),
    );
    expect(error.message).toContain('amount 0.01 USD, asked 10.50 USD, another reference, live mode');
  });
});
