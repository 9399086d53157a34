import type { CurrencyCode } from '@ducat/core';
import { Money } from '@ducat/core';
import type { Conditions, Observation, RoutingQuestion, RoutingRule } from '@ducat/router';
import fc from 'fast-check';
import { ids, mastercard, noon, token, visa } from './house.ts';

const currencies: readonly CurrencyCode[] = ['EUR', 'USD', 'JPY'];
const currency = fc.constantFrom(...currencies);
const oneOrMore = <Value>(one: fc.Arbitrary<Value>): fc.Arbitrary<Value | Value[]> =>
  fc.oneof(one, fc.uniqueArray(one, { minLength: 1, maxLength: 3 }));
const bounds = fc
  .tuple(currency, fc.bigInt(0n, 2000n), fc.bigInt(1n, 2000n), fc.boolean(), fc.boolean())
  .map(([code, from, length, hasFrom, hasBelow]) => ({
    currency: code,
    ...(hasFrom || !hasBelow ? { from: { minorUnits: from } } : {}),
    ...(hasBelow ? { below: { minorUnits: from + length } } : {}),
  }));

const everyCondition: fc.Arbitrary<Conditions> = fc.record({
  operation: oneOrMore(fc.constantFrom('charge', 'authorize', 'payout', 'tokenize')),
  currency: oneOrMore(currency),
  amount: oneOrMore(bounds),
  brand: oneOrMore(fc.constantFrom('visa', 'mastercard', 'jcb')),
  bin: oneOrMore(fc.constantFrom('4', '41', '411111', '5', '555555', '400000-450000', '222100-272099')),
  issuerCountry: oneOrMore(fc.constantFrom('DE', 'UA')),
  source: oneOrMore(fc.constantFrom('card', 'token', 'hosted')),
  usage: oneOrMore(fc.constantFrom('recurring', 'oneclick')),
  metadata: fc.record(
    {
      shop: fc.oneof(
        oneOrMore(fc.constantFrom('s1', 's2', 's3')),
        fc.constant({ startsWith: 's' }),
        fc.constant({ present: false }),
      ),
    },
    { requiredKeys: [] },
  ),
  customer: fc.record({ reference: oneOrMore(fc.constantFrom('c1', 'c2')) }, { requiredKeys: [] }),
  time: fc.constantFrom(
    { zone: 'Europe/Kyiv', from: '09:00', to: '18:00' },
    { zone: 'UTC', days: 'wednesday' as const },
  ),
});

const fields = [
  'operation',
  'currency',
  'amount',
  'brand',
  'bin',
  'issuerCountry',
  'source',
  'usage',
  'metadata',
  'customer',
  'time',
] as const;

// With two conditions at most: with more of them no question would meet a rule, and nothing would be tried.
const conditions: fc.Arbitrary<Conditions> = fc
  .tuple(everyCondition, fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 2 }))
  .map(([all, kept]) => Object.fromEntries(kept.map((field) => [field, all[field]])));

const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });

const result: fc.Arbitrary<Partial<RoutingRule>> = fc.oneof(
  fc.record({ try: some, others: fc.constantFrom('follow' as const, 'left_out' as const) }),
  fc.constantFrom({ split: { alpha: 70, beta: 30 } }, { split: { gamma: 50, beta: 25, alpha: 25 } }),
  fc.record({ prefer: fc.constantFrom('success_rate' as const, 'cost' as const), among: some }),
  some.map((exclude) => ({ exclude })),
);

/** Rules of every kind; some match much, some nothing. */
export const rules: fc.Arbitrary<RoutingRule[]> = fc
  .array(
    fc.tuple(conditions, result, fc.option(fc.constantFrom('amount > 700', 'metadata.shop == "s1"'), { freq: 5 })),
    {
      maxLength: 25,
    },
  )
  .map((list) =>
    list.map(([when, what, expression], index) => ({
      name: `rule ${index}`,
      if: when,
      ...(expression === null ? {} : { when: expression }),
      ...what,
    })),
  );

const source = fc.oneof(
  fc.constantFrom(visa, mastercard).map((card) => ({ kind: 'card' as const, card })),
  fc.constantFrom(...ids).map(token),
  fc.constant({ kind: 'hosted' as const }),
);

export const question: fc.Arbitrary<RoutingQuestion> = fc
  .record({
    operation: fc.constantFrom('charge' as const, 'authorize' as const),
    key: fc.string({ minLength: 1, maxLength: 12 }),
    at: fc.integer({ min: 0, max: 7 * 24 * 60 }).map((minutes) => noon + minutes * 60_000),
    amount: fc.tuple(fc.bigInt(1n, 3000n), currency).map(([units, code]) => Money.of(units, code)),
    source,
    shop: fc.option(fc.constantFrom('s1', 's2', 'other'), { nil: undefined }),
    reference: fc.option(fc.constantFrom('c1', 'c2', 'c3'), { nil: undefined }),
    country: fc.option(fc.constantFrom('DE', 'UA', 'US'), { nil: undefined }),
  })
  .map(({ operation, key, at, amount, source: from, shop, reference, country }) => ({
    operation,
    key,
    at,
    request: {
      amount,
      description: 'Books',
      source: from,
      ...(shop === undefined ? {} : { metadata: { shop } }),
      ...(reference === undefined ? {} : { customer: { reference } }),
    },
    ...(country === undefined ? {} : { card: { issuerCountry: country } }),
  }));

export const observation: fc.Arbitrary<Observation> = fc
  .record({
    provider: fc.constantFrom(...ids),
    question,
    status: fc.constantFrom('approved', 'declined', 'unknown', 'not_sent', 'pending', 'action_required'),
    after: fc.integer({ min: 0, max: 3_600_000 }),
    late: fc.boolean(),
  })
  .map(({ after, ...rest }) => ({ ...rest, at: rest.question.at + after }));
