import { Money } from '@ducat/core';
import type { CurrencyCode } from '@ducat/core';
import { expect, test } from 'vitest';
import { compareSettlement } from '../src/night/difference.ts';
import type { BookedPayment } from '../src/night/journal-book.ts';
import type { SettlementLine } from '../src/night/settlement.ts';
import { exitCodeOf, print } from '../src/story/print.ts';
import { step } from '../src/story/step.ts';

function booked(...movements: readonly (readonly [operation: 'capture' | 'refund', amount: string])[]): BookedPayment {
  return {
    provider: 'paycross',
    reference: 'order-1-1',
    payment: 'order-1',
    currency: 'EUR',
    movements: movements.map(([operation, amount]) => ({
      operation,
      amount: Money.parse(amount, 'EUR'),
      providerReference: 'uid-1',
    })),
  };
}

function settled(operation: 'capture' | 'refund', amount: string, currency: CurrencyCode = 'EUR'): SettlementLine {
  return { provider: 'paycross', reference: 'order-1-1', operation, amount: Money.parse(amount, currency) };
}

test('a journal and a settlement that agree have no difference, a hold without money included', () => {
  const taken = booked(['capture', '60.00'], ['refund', '5.00']);
  expect(compareSettlement([taken], [settled('capture', '60.00'), settled('refund', '5.00')])).toEqual([]);
  expect(compareSettlement([booked()], [])).toEqual([]);
});

test.each([
  ['money that was never settled', [booked(['capture', '60.00'])], [], '60.00 EUR taken', '0.00 EUR settled'],
  [
    'money that the journal knows nothing of',
    [],
    [settled('capture', '60.00')],
    'knows nothing of it',
    '60.00 EUR settled',
  ],
  [
    'another amount',
    [booked(['capture', '60.00'])],
    [settled('capture', '60.01')],
    '60.00 EUR taken',
    '60.01 EUR settled',
  ],
  [
    'money that was settled twice',
    [booked(['capture', '60.00'])],
    [settled('capture', '60.00'), settled('capture', '60.00')],
    '60.00 EUR taken',
    '120.00 EUR settled',
  ],
])('%s is a difference', (_name, journal, lines, said, provided) => {
  const facts = { provider: 'paycross', reference: 'order-1-1', source: 'settlement' };
  expect(compareSettlement(journal, lines)).toEqual([{ ...facts, journal: said, provided }]);
});

test('the same number in another currency is two differences', () => {
  const found = compareSettlement([booked(['capture', '60.00'])], [settled('capture', '60.00', 'USD')]);
  expect(found.map(({ journal, provided }) => [journal, provided])).toEqual([
    ['60.00 EUR taken', '0.00 EUR settled'],
    ['0.00 USD taken', '60.00 USD settled'],
  ]);
});

test('a story that is not as told ends with 1 and says where', () => {
  const good = { title: 'Good', steps: [step('hats', 'paid', 'approved', 'approved')], reports: [] };
  const bad = { title: 'Bad', steps: [step('hats', 'paid', 'approved', 'declined')], reports: [] };
  expect([exitCodeOf([good]), exitCodeOf([good, bad]), exitCodeOf([])]).toEqual([0, 1, 1]);
  expect(print(bad)).toContain('! hats, paid: declined, not approved');
});
