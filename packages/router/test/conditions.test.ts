import type { ChargeRequest } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { Conditions, RoutingQuestion } from '@ducat/router';
import { createRouter } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charge, mastercard, noon, providers, routes, visa } from './house.ts';

/** Whether a rule with these conditions decides about the question. */
function matches(conditions: Conditions, asked: RoutingQuestion, rest: { readonly when?: string } = {}): boolean {
  const rule = { name: 'the rule', if: conditions, ...rest, try: ['gamma'] };
  return createRouter({ providers, routes: routes([rule]) }).plan(asked).lines[0]?.rule !== undefined;
}

const paying = (amount: string, currency: 'EUR' | 'JPY' | 'USD' | 'KWD' = 'EUR'): RoutingQuestion =>
  charge({ amount: Money.parse(amount, currency) });
const at = (moment: string): RoutingQuestion => charge({}, { at: Date.parse(moment) });
const by = (number: string): RoutingQuestion =>
  charge({ source: { kind: 'card', card: new Card({ number, expiryMonth: 1, expiryYear: 2030 }) } });

describe('a condition', () => {
  it.each<[string, Conditions, RoutingQuestion, RoutingQuestion]>([
    ['operation', { operation: 'charge' }, charge(), { ...charge(), operation: 'authorize' } as RoutingQuestion],
    ['currency', { currency: ['EUR', 'USD'] }, paying('1', 'USD'), paying('1', 'JPY')],
    ['brand', { brand: 'visa' }, charge(), charge({ source: { kind: 'card', card: mastercard } })],
    ['first digits', { bin: '41' }, charge(), by('4000000000000002')],
    ['a range of first digits', { bin: '222100-272099' }, by('2223003122003222'), by('5555555555554444')],
    ['issuer country', { issuerCountry: 'DE' }, charge({}, { card: { issuerCountry: 'DE' } }), charge()],
    ['billing country', { billingCountry: 'DE' }, charge({ billingAddress: { country: 'DE' } }), charge()],
    ['source', { source: 'card' }, charge(), charge({ source: { kind: 'hosted' } })],
    [
      'what a card is stored for',
      { usage: 'oneclick' },
      charge({ storeCard: { usage: ['recurring', 'oneclick'] } }),
      charge(),
    ],
    ['customer', { customer: { reference: 'c-1' } }, charge({ customer: { reference: 'c-1' } }), charge()],
    [
      'customer metadata',
      { customer: { metadata: { tier: 'gold' } } },
      charge({ customer: { metadata: { tier: 'gold' } } }),
      charge(),
    ],
    [
      'metadata',
      { metadata: { shop: ['a', 'b'] } },
      charge({ metadata: { shop: 'b' } }),
      charge({ metadata: { shop: 'c' } }),
    ],
    [
      'how a text begins',
      { metadata: { shop: { startsWith: 'de-' } } },
      charge({ metadata: { shop: 'de-1' } }),
      charge({ metadata: { shop: 'at-1' } }),
    ],
    [
      'how a text ends',
      { customer: { email: { endsWith: '@b.example' } } },
      charge({ customer: { email: 'a@b.example' } }),
      charge(),
    ],
    ['that a text is there', { metadata: { trial: { present: true } } }, charge({ metadata: { trial: '' } }), charge()],
    [
      'that a text is not there',
      { metadata: { trial: { present: false } } },
      charge(),
      charge({ metadata: { trial: '1' } }),
    ],
  ])('on %s matches what it says and nothing else', (_, conditions, fitting, other) => {
    expect(matches(conditions, fitting)).toBe(true);
    expect(matches(conditions, other)).toBe(false);
  });

  it('on first digits includes both ends of a range', () => {
    const found = ['411110', '411111', '411119', '411120'].map((firstSix) => {
      return matches({ bin: '411111-411119' }, charge({}, { card: { firstSix } }));
    });
    expect(found).toEqual([false, true, true, false]);
  });

  it('on amounts includes where it begins and not where it ends, to the minor unit (defect 61)', () => {
    const range: Conditions = { amount: { currency: 'EUR', from: '8.20', below: '100.00' } };
    const found = ['8.19', '8.20', '99.99', '100.00'].map((amount) => matches(range, paying(amount)));
    expect(found).toEqual([false, true, true, false]);
  });

  it('on amounts leaves no gap and no overlap between adjoining ranges', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 30n), fc.bigInt(1n, 10n ** 30n), (amount, border) => {
        const asked = charge({ amount: Money.of(amount, 'EUR') });
        const bound = { minorUnits: border.toString() };
        const below = matches({ amount: { currency: 'EUR', below: bound } }, asked);
        const above = matches({ amount: { currency: 'EUR', from: bound } }, asked);
        expect([below, above]).toEqual([amount < border, amount >= border]);
      }),
      { numRuns: 50 },
    );
  });

  it('on amounts counts in the digits of the currency, and is about that currency alone (defect 60)', () => {
    const range: Conditions = {
      amount: [
        { currency: 'JPY', from: '500' },
        { currency: 'KWD', from: '1.500' },
      ],
    };
    expect(matches(range, paying('500', 'JPY'))).toBe(true);
    expect(matches(range, paying('499', 'JPY'))).toBe(false);
    expect(matches(range, paying('1.499', 'KWD'))).toBe(false);
    expect(matches(range, paying('1.5', 'KWD'))).toBe(true);
    expect(matches(range, paying('500.00', 'EUR'))).toBe(false);
  });

  it('on time goes by the clock of its zone, in summer and in winter', () => {
    const office: Conditions = { time: { zone: 'Europe/Kyiv', from: '09:00', to: '18:00' } };
    expect(matches(office, at('2026-07-01T06:00:00Z'))).toBe(true);
    expect(matches(office, at('2026-07-01T05:59:59Z'))).toBe(false);
    expect(matches(office, at('2026-01-15T06:59:59Z'))).toBe(false);
    expect(matches(office, at('2026-01-15T07:00:00Z'))).toBe(true);
    expect(matches(office, at('2026-01-15T16:00:00Z'))).toBe(false);
  });

  it('on time changes with the clocks, to the minute, in any order of questions', () => {
    const three: Conditions = { time: { zone: 'Europe/Kyiv', from: '03:00', to: '04:00' } };
    const nights = ['2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'];
    // In spring there is no time from three to four; in autumn it comes twice.
    expect(nights.map((night) => matches(three, at(night)))).toEqual([false, false, true, true]);
    expect(nights.toReversed().map((night) => matches(three, at(night)))).toEqual([true, true, false, false]);
  });

  it('on time goes over midnight, and its days are those of the moment itself', () => {
    const night: Conditions = { time: { zone: 'UTC', days: ['friday', 'saturday'], from: '22:00', to: '06:00' } };
    const moments = [
      '2026-05-08T21:59:00Z',
      '2026-05-08T22:00:00Z',
      '2026-05-09T05:59:00Z',
      '2026-05-09T06:00:00Z',
      '2026-05-10T01:00:00Z',
    ];
    expect(moments.map((moment) => matches(night, at(moment)))).toEqual([false, true, true, false, false]);
  });

  it('on time can be a period', () => {
    const may: Conditions = { time: { since: '2026-05-01T00:00:00+03:00', until: '2026-06-01T00:00:00+03:00' } };
    const moments = ['2026-04-30T20:59:59Z', '2026-04-30T21:00:00Z', '2026-05-31T20:59:59Z', '2026-05-31T21:00:00Z'];
    expect(moments.map((moment) => matches(may, at(moment)))).toEqual([false, true, true, false]);
  });

  it('asks the merchant for brand and country by the first six digits, and the request before the merchant', () => {
    const asked: string[] = [];
    const binLookup = (firstSix: string) => {
      asked.push(firstSix);
      return { brand: 'cartes-bancaires', issuerCountry: 'FR' };
    };
    const rules = routes([
      { name: 'given', if: { issuerCountry: 'DE' }, try: ['alpha'] },
      { name: 'looked up', if: { brand: 'cartes-bancaires', issuerCountry: 'FR' }, try: ['beta'] },
    ]);
    const router = createRouter({ providers, routes: rules, binLookup });
    expect(router.plan(charge()).candidates).toEqual(['beta']);
    expect(asked).toEqual(['411111']);
    expect(router.plan(charge({}, { card: { issuerCountry: 'DE' } })).candidates).toEqual(['alpha']);
    const other = charge({}, { card: { brand: 'visa' } });
    expect(router.plan(other).lines[0]?.reason).toBe('no rule matches: in the order given');
  });

  it('does not lose the payment when the merchant cannot answer', () => {
    const binLookup = (): never => {
      throw new Error('the table is gone');
    };
    const router = createRouter({
      providers,
      routes: routes([{ name: 'v', if: { brand: 'visa' }, try: ['beta'] }]),
      binLookup,
    });
    expect(router.plan(charge()).candidates).toEqual(['beta']);
  });

  it('takes nothing for a field that every object has', () => {
    const metadata = {
      constructor: { present: true },
      toString: { startsWith: '' },
    } as unknown as Conditions['metadata'];
    expect(() => matches({ metadata }, charge())).toThrow(/must not be empty/);
    expect(matches({ metadata: { constructor: { present: true } } as never }, charge({ metadata: {} }))).toBe(false);
  });
});

describe('an expression', () => {
  it.each<[string, Partial<ChargeRequest>, boolean]>([
    ['amount > 500 && currency == "EUR"', {}, true],
    ['amount > 1000', {}, false],
    ['brand == "visa" && bin.startsWith("41")', {}, true],
    ['metadata.tier == "gold" || customer.email.endsWith("@b.example")', { metadata: { tier: 'gold' } }, true],
    ['"recurring" in usage', { storeCard: { usage: ['recurring'] } }, true],
    ['at.getHours("Europe/Kyiv") == 15', {}, true],
    ['!has(metadata.tier)', { metadata: {} }, true],
  ])('%s is computed from the request', (when, request, expected) => {
    expect(matches({}, charge(request), { when })).toBe(expected);
  });

  it('that cannot be computed does not match', () => {
    expect(matches({}, charge(), { when: 'metadata.tier != "gold"' })).toBe(false);
  });

  it('is asked besides the conditions, not instead of them', () => {
    expect(matches({ currency: 'USD' }, charge(), { when: 'amount > 1' })).toBe(false);
    expect(matches({ currency: 'EUR' }, charge(), { when: 'amount > 1' })).toBe(true);
  });

  it('cannot match by a pattern, with which a shopper could stop the process', () => {
    for (const when of ['customer.email.matches("^(a+)+$")', 'true && [1].all(x, metadata.a.matches("x"))']) {
      expect(() => matches({}, charge(), { when }), when).toThrow(/must not use matches/);
    }
  });

  it('sees nothing of a card beyond its first six digits', () => {
    const names = ['source.card', 'card', 'number', 'request', 'token', 'key'];
    for (const name of names)
      expect(() => matches({}, charge(), { when: `${name} == "1"` }), name).toThrow(/invalid_options|routes/);
    expect(matches({}, charge(), { when: 'bin == "411111"' })).toBe(true);
    expect(visa.firstSix).toBe('411111');
    expect(noon).toBe(charge().at);
  });
});
