import type { Finding, FindingCode, ProviderCapabilities, RoutingRule, Routes } from '@ducat/router';
import { lintRoutes } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexRules } from '../src/compile/rule-index.ts';
import { compileRule } from '../src/compile/rule.ts';
import { factsOf } from '../src/facts.ts';
import { question, rules as anyRules } from './arbitraries.ts';
import { capable, ids, providers, routes } from './house.ts';

const everybody: readonly ProviderCapabilities[] = ids.map((id) => capable(id));

/** Code, place and rule of everything that is found. */
function found(given: Routes, who: Parameters<typeof lintRoutes>[1] = everybody): string[] {
  return lintRoutes(given, who).map(({ code, place }) => `${code} at ${place.join('.')}`);
}

const good: readonly RoutingRule[] = [
  { name: 'no amex at beta', if: { brand: 'american-express' }, exclude: ['beta'] },
  { name: 'small', if: { amount: { currency: 'EUR', below: '10.00' } }, try: ['alpha'] },
  {
    name: 'middle',
    if: { amount: { currency: 'EUR', from: '10.00', below: '100.00' } },
    split: { alpha: 60, beta: 40 },
  },
  { name: 'large by visa', if: { currency: 'EUR', brand: 'visa' }, try: ['gamma', 'beta'] },
  { name: 'euro', if: { currency: 'EUR' }, prefer: 'cost' },
  { name: 'payouts', if: { operation: 'payout', currency: ['USD', 'GBP'] }, try: ['beta'] },
  { name: 'others', prefer: 'success_rate' },
];

type Planted = [what: string, code: FindingCode, place: string, rules: RoutingRule[], who?: ProviderCapabilities[]];

describe('lintRoutes', () => {
  it('is silent on good routes', () => {
    const fees = [{ provider: 'alpha', percent: '1.4' }];
    // "large by visa" meets small and middle amounts too: it stands after them, and only the order tells who decides.
    const ordered = good.with(3, {
      name: 'large by visa',
      if: { brand: 'visa', amount: { currency: 'EUR', from: '100.00' } },
      try: ['gamma', 'beta'],
    });
    expect(lintRoutes(routes(ordered, { fees }), everybody)).toEqual([]);
    expect(lintRoutes(routes(ordered, { fees }), providers)).toEqual([]);
    expect(lintRoutes(routes([]), everybody)).toEqual([]);
  });

  it('is silent on rules that do not meet each other, however many there are', () => {
    const currency = fc.constantFrom('EUR', 'USD', 'JPY');
    const borders = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(currency, borders, (code, list) => {
        const sorted = [0, ...list.toSorted((left, right) => left - right)];
        const rules = sorted.map((from, index): RoutingRule => {
          const next = sorted[index + 1];
          const below = next === undefined ? {} : { below: { minorUnits: next } };
          const amount = { currency: code as 'EUR', from: { minorUnits: from }, ...below };
          return { name: `from ${from}`, if: { amount }, try: [ids[index % 3] ?? 'alpha'] };
        });
        expect(
          lintRoutes(routes(fc.sample(fc.shuffledSubarray(rules, { minLength: rules.length }), 1)[0] ?? []), everybody),
        ).toEqual([]);
      }),
    );
  });

  const planted: Planted[] = [
    [
      'a rule after one that takes all',
      'unreachable',
      'rules.1',
      [
        { name: 'all', try: ['alpha'] },
        { name: 'late', if: { currency: 'EUR' }, try: ['beta'] },
      ],
    ],
    [
      'a rule of which several others take all',
      'unreachable',
      'rules.2',
      [
        { name: 'low', if: { amount: { currency: 'EUR', below: '50' } }, try: ['alpha'] },
        { name: 'high', if: { amount: { currency: 'EUR', from: '50' } }, try: ['beta'] },
        { name: 'never', if: { currency: 'EUR', brand: 'visa' }, try: ['gamma'] },
      ],
    ],
    [
      'a rule after those of all sources',
      'unreachable',
      'rules.2',
      [
        { name: 'cards', if: { source: ['card', 'token'] }, try: ['alpha'] },
        { name: 'page', if: { source: 'hosted' }, try: ['beta'] },
        { name: 'never', if: { metadata: { shop: 's' } }, try: ['gamma'] },
      ],
    ],
    [
      'a rule with a narrower BIN range',
      'unreachable',
      'rules.1',
      [
        { name: 'visa', if: { bin: '4' }, try: ['alpha'] },
        { name: 'never', if: { bin: '411111-411119' }, try: ['beta'] },
      ],
    ],
    [
      'a rule that asks for more than one with the same expression',
      'unreachable',
      'rules.1',
      [
        { name: 'expression', when: 'amount > 5', try: ['alpha'] },
        { name: 'never', if: { currency: 'EUR' }, when: 'amount > 5', try: ['beta'] },
      ],
    ],
    [
      'an exclusion that another makes already',
      'unreachable',
      'rules.1',
      [
        { name: 'all', exclude: ['alpha', 'beta'] },
        { name: 'idle', if: { currency: 'EUR' }, exclude: ['beta'] },
        { name: 'rest', try: ['gamma'] },
      ],
    ],
    [
      'two rules that meet',
      'overlap',
      'rules.1',
      [
        { name: 'euro', if: { currency: 'EUR' }, try: ['alpha'] },
        { name: 'visa', if: { brand: 'visa' }, try: ['beta'] },
      ],
    ],
    [
      'an overlap of amounts',
      'overlap',
      'rules.1',
      [
        { name: 'a', if: { amount: { currency: 'EUR', below: '51' } }, try: ['alpha'] },
        { name: 'b', if: { amount: { currency: 'EUR', from: '50' } }, try: ['beta'] },
      ],
    ],
    [
      'a currency that none of its providers takes',
      'no_capable_provider',
      'rules.0.if.currency',
      [{ name: 'yen', if: { currency: ['EUR', 'JPY'] }, try: ['alpha'] }],
      [capable('alpha', { currencies: ['EUR'] })],
    ],
    [
      'an amount in such a currency',
      'no_capable_provider',
      'rules.0.if.amount',
      [{ name: 'yen', if: { amount: { currency: 'JPY', from: '5' } }, try: ['alpha'] }],
      [capable('alpha', { currencies: ['EUR'] })],
    ],
    [
      'an operation that none of its providers has',
      'no_capable_provider',
      'rules.0.if.operation',
      [{ name: 'p', if: { operation: 'payout' }, try: ['alpha'] }],
      [{ ...capable('alpha'), ports: ['charge'] }],
    ],
    [
      'a source that none of its providers takes',
      'no_capable_provider',
      'rules.0.if.source',
      [{ name: 'p', if: { source: 'hosted' }, try: ['alpha'] }],
      [capable('alpha', { sources: ['card'] })],
    ],
    [
      'a rule whose providers are all excluded',
      'no_capable_provider',
      'rules.1',
      [
        { name: 'no', if: { currency: ['EUR', 'USD'] }, exclude: ['alpha'] },
        { name: 'p', if: { currency: 'EUR' }, try: ['alpha'] },
      ],
    ],
    ['a split that does not add up', 'split_sum', 'rules.0.split', [{ name: 's', split: { alpha: 70, beta: 20 } }]],
    ['an unknown provider', 'unknown_provider', 'rules.0.try.1', [{ name: 't', try: ['alpha', 'aplha'] }]],
    [
      'an unknown provider in a split',
      'unknown_provider',
      'rules.0.split.btea',
      [{ name: 's', split: { alpha: 70, btea: 30 } }],
    ],
    [
      'an unknown provider in an exclusion',
      'unknown_provider',
      'rules.0.exclude.0',
      [{ name: 'x', exclude: ['nobody'] }],
    ],
    [
      'an empty range of amounts',
      'empty_range',
      'rules.0.if.amount',
      [{ name: 'e', if: { amount: { currency: 'EUR', from: '5', below: '4' } }, try: ['alpha'] }],
    ],
    [
      'amounts below nothing',
      'empty_range',
      'rules.0.if.amount',
      [{ name: 'e', if: { amount: { currency: 'EUR', below: '0' } }, try: ['alpha'] }],
    ],
    [
      'an empty range of BINs',
      'empty_range',
      'rules.0.if.bin.1',
      [{ name: 'e', if: { bin: ['4', '500000-400000'] }, try: ['alpha'] }],
    ],
    [
      'an empty time of day',
      'empty_range',
      'rules.0.if.time',
      [{ name: 'e', if: { time: { zone: 'UTC', from: '09:00', to: '09:00' } }, try: ['alpha'] }],
    ],
    [
      'an empty period',
      'empty_range',
      'rules.0.if.time',
      [{ name: 'e', if: { time: { since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' } }, try: ['alpha'] }],
    ],
    [
      'amounts of another currency',
      'never_matches',
      'rules.0.if.amount',
      [{ name: 'n', if: { currency: 'EUR', amount: { currency: 'USD', from: '5' } }, try: ['alpha'] }],
    ],
    [
      'the brand of a hosted payment',
      'never_matches',
      'rules.0.if.brand',
      [{ name: 'n', if: { source: 'hosted', brand: 'visa' }, try: ['alpha'] }],
    ],
    [
      'the initiator of a card payment',
      'never_matches',
      'rules.0.if.initiator',
      [{ name: 'n', if: { source: 'card', initiator: 'merchant' }, try: ['alpha'] }],
    ],
    [
      'a choice for tokens, which have none',
      'never_matches',
      'rules.0.if.source',
      [{ name: 'n', if: { source: 'token' }, try: ['alpha'] }],
    ],
    [
      'a country that is written otherwise',
      'never_matches',
      'rules.0.if.issuerCountry',
      [{ name: 'n', if: { issuerCountry: ['UK', 'DE'] }, try: ['alpha'] }],
    ],
    [
      'a brand that no BIN has',
      'unknown_brand',
      'rules.0.if.brand',
      [{ name: 'n', if: { brand: 'master-card' }, try: ['alpha'] }],
    ],
    [
      'a name that two rules have',
      'duplicate_name',
      'rules.1.name',
      [
        { name: 'same', if: { currency: 'EUR' }, try: ['alpha'] },
        { name: 'same', if: { currency: 'USD' }, try: ['alpha'] },
      ],
    ],
    ['a wrong field', 'invalid', 'rules.0.tyr', [{ name: 'n', try: ['alpha'], tyr: 1 } as RoutingRule]],
  ];

  it.each<Planted>(planted)('finds %s, and nothing else', (_, code, place, list, who) => {
    expect(found(routes(list), who ?? everybody)).toEqual([`${code} at ${place}`]);
  });

  it('finds fees for providers that are not there, and two for the same', () => {
    const fees = [
      { provider: 'alpha', percent: '1' },
      { provider: 'alpha', percent: '2' },
      { provider: 'nobody', percent: '1' },
    ];
    expect(found(routes([], { fees }))).toEqual(['duplicate_fee at fees.1', 'unknown_provider at fees.2.provider']);
  });

  it('tells, in the order of the rules, which rule is meant and which others are in its way', () => {
    const list = [
      { name: 'all', try: ['alpha'] },
      { name: 'late', if: { currency: 'EUR' as const }, try: ['nobody'] },
    ];
    const findings: Finding[] = lintRoutes(routes(list), everybody);
    expect(findings.map(({ severity, rule, message }) => [severity, rule, message])).toEqual([
      ['error', 'late', '"nobody" is no provider; there are alpha, beta, gamma'],
      ['warning', 'late', 'can never be reached: rule "all" before it takes all that it matches'],
    ]);
  });

  it('says nothing of the special before the general, nor of rules that choose the same', () => {
    const special = {
      name: 'special',
      if: { currency: 'EUR' as const, brand: 'visa' },
      when: 'amount > 5',
      try: ['alpha'],
    };
    const general = { name: 'general', if: { currency: 'EUR' as const }, try: ['beta'] };
    expect(found(routes([special, general]))).toEqual([]);
    const sometimes = { name: 'sometimes', when: 'amount > 5', try: ['alpha'] };
    const always = { name: 'always', try: ['beta'] };
    expect(found(routes([sometimes, always]))).toEqual([]);
    const other = { name: 'other', if: { brand: 'visa' }, try: ['beta'] };
    expect(found(routes([general, other]))).toEqual([]);
  });

  it('never calls a rule unreachable that a request reaches', () => {
    const many = fc
      .tuple(anyRules, anyRules)
      .map((lists) => lists.flat().map((rule, index) => ({ ...rule, name: `rule ${index}` })));
    fc.assert(
      fc.property(many, fc.array(question, { minLength: 20, maxLength: 60 }), (list, asked) => {
        const choosing = list.filter(({ exclude }) => exclude === undefined);
        const called = lintRoutes(routes(choosing), everybody).filter(({ code }) => code === 'unreachable');
        const index = indexRules(choosing.map(compileRule));
        const reached = new Set(asked.map((each) => index.first(factsOf(each, undefined))?.rule.name));
        for (const { rule } of called) expect(reached).not.toContain(rule);
      }),
      { numRuns: 200 },
    );
  });

  it('reads ten thousand rules while somebody waits for it', () => {
    const list = Array.from({ length: 10_000 }, (_, index): RoutingRule => {
      const condition = {
        metadata: { shop: `s${index % 5000}` },
        currency: index < 5000 ? ('EUR' as const) : ('USD' as const),
      };
      return { name: `rule ${index}`, if: condition, try: ['alpha'] };
    });
    const planned = [...list, { name: 'dead', if: list[77]?.if, try: ['beta'] }];
    const began = performance.now();
    expect(found(routes(planned))).toEqual(['unreachable at rules.10000']);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
