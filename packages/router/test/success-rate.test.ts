import type { Outcome } from '@ducat/core';
import { declineFor, Money } from '@ducat/core';
import type { Observation, Router, SuccessRateSettings } from '@ducat/router';
import { createRouter } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charge, ids, mastercard, noon, providers, routes } from './house.ts';

const hour = 3_600_000;
const still: SuccessRateSettings = { explorePercent: 0 };

function preferring(successRate: SuccessRateSettings = still): Router {
  const rule = { name: 'best', prefer: 'success_rate' as const };
  return createRouter({ providers, routes: routes([rule], { successRate, circuit: false }) });
}

function tell(
  router: Router,
  provider: string,
  status: Outcome['status'],
  times = 1,
  rest: Partial<Observation> = {},
): void {
  for (let time = 0; time < times; time += 1)
    router.record({ provider, question: charge(), status, at: noon, ...rest });
}

/** The rate that the plan tells, in percent. */
function rateOf(router: Router, provider: string, asked = charge()): number {
  const line = router.plan(asked).lines.find((each) => each.provider === provider);
  return Number(/success rate ([\d.]+) %/.exec(line?.reason ?? '')?.[1]);
}

describe('preferring by success rate', () => {
  it('tries the highest rate first, and equals in the order given', () => {
    const router = preferring();
    expect(router.plan(charge()).candidates).toEqual(ids);
    tell(router, 'beta', 'approved', 20);
    tell(router, 'alpha', 'declined', 20);
    expect(router.plan(charge()).candidates).toEqual(['beta', 'gamma', 'alpha']);
  });

  it('counts a result half after its half-life', () => {
    // 10 attempts of 80 % are assumed; 30 declines count 30, then 15, then 7.5.
    const router = preferring({ ...still, halfLifeMinutes: 60 });
    tell(router, 'alpha', 'declined', 30);
    const after = [0, 1, 2].map((hours) => rateOf(router, 'alpha', charge({}, { at: noon + hours * hour })));
    expect(after).toEqual([8 / 40, 8 / 25, 8 / 17.5].map((rate) => Number((rate * 100).toFixed(1))));
  });

  it('counts the same whatever the order in which results arrive', () => {
    const result = fc.record({
      status: fc.constantFrom('approved' as const, 'declined' as const),
      age: fc.integer({ min: 0, max: 5 * hour }),
    });
    fc.assert(
      fc.property(fc.array(result, { maxLength: 30 }), fc.func(fc.integer()), (results, order) => {
        const [one, other] = [preferring(), preferring()];
        for (const { status, age } of results) tell(one, 'alpha', status, 1, { at: noon - age });
        const shuffled = results.toSorted((left, right) => order(left) - order(right));
        for (const { status, age } of shuffled) tell(other, 'alpha', status, 1, { at: noon - age });
        expect(rateOf(other, 'alpha')).toBeCloseTo(rateOf(one, 'alpha'), 0);
      }),
    );
  });

  it('does not count an unknown, pending or unsent attempt until it is resolved', () => {
    const router = preferring();
    for (const status of ['unknown', 'pending', 'action_required', 'not_sent'] as const)
      tell(router, 'alpha', status, 50);
    expect(rateOf(router, 'alpha')).toBe(80);
    tell(router, 'alpha', 'declined', 10, { late: true });
    expect(rateOf(router, 'alpha')).toBe(40);
  });

  it('does not hold against a provider what every provider would have declined', () => {
    const router = preferring();
    tell(router, 'alpha', 'declined', 50, { decline: declineFor('card_expired', 'issuer') });
    expect(rateOf(router, 'alpha')).toBe(80);
    tell(router, 'alpha', 'declined', 10, { decline: declineFor('do_not_honor', 'issuer') });
    expect(rateOf(router, 'alpha')).toBe(40);
  });

  it('has a rate of its own for every segment', () => {
    const router = preferring();
    tell(router, 'alpha', 'declined', 90);
    expect(rateOf(router, 'alpha')).toBe(8);
    expect(rateOf(router, 'alpha', charge({ amount: Money.parse('1', 'USD') }))).toBe(80);
    expect(rateOf(router, 'alpha', charge({ source: { kind: 'card', card: mastercard } }))).toBe(80);
    const whole = preferring({ ...still, segmentBy: [] });
    tell(whole, 'alpha', 'declined', 90);
    expect(rateOf(whole, 'alpha', charge({ amount: Money.parse('1', 'USD') }))).toBe(8);
  });

  it('tries another than the best first for the share of keys that is to explore, and says so', () => {
    const router = preferring({ explorePercent: 20 });
    tell(router, 'beta', 'approved', 100);
    const firsts = Array.from(
      { length: 5000 },
      (_, index) => router.plan(charge({}, { key: `order-${index}` })).lines[0],
    );
    const explored = firsts.filter((line) => line?.provider !== 'beta');
    expect(explored.length / firsts.length).toBeCloseTo(0.2, 1);
    expect(explored.every((line) => line?.reason.endsWith('tried first to keep it known') === true)).toBe(true);
    const alphas = explored.filter((line) => line?.provider === 'alpha').length;
    expect(alphas / explored.length).toBeCloseTo(0.5, 1);
  });

  it('explores for the same keys again', () => {
    const [one, other] = [preferring({ explorePercent: 30 }), preferring({ explorePercent: 30 })];
    for (let index = 0; index < 300; index += 1) {
      const asked = charge({}, { key: `order-${index}` });
      expect(other.plan(asked)).toEqual(one.plan(asked));
    }
  });

  it('of one provider has nothing to explore', () => {
    const rule = { name: 'one', prefer: 'success_rate' as const, among: ['alpha'] };
    const router = createRouter({ providers, routes: routes([rule], { successRate: { explorePercent: 100 } }) });
    expect(router.plan(charge()).lines[0]?.reason).toBe('chosen by rule "one": success rate 80.0 %');
  });

  it('takes no news of a provider that is not there any more', () => {
    const router = preferring();
    tell(router, 'gone', 'declined', 50);
    expect(ids.map((id) => rateOf(router, id))).toEqual([80, 80, 80]);
  });

  it('does not remember more segments than a shop has, whatever cards say of themselves', () => {
    const router = preferring({ ...still, segmentBy: ['brand'] });
    for (let index = 0; index < 11_000; index += 1) {
      const question = charge({}, { card: { brand: `brand-${index}` } });
      router.record({ provider: 'alpha', question, status: 'declined', at: noon });
    }
    expect(rateOf(router, 'alpha', charge({}, { card: { brand: 'brand-0' } }))).toBe(80);
    expect(rateOf(router, 'alpha', charge({}, { card: { brand: 'brand-10999' } }))).toBeLessThan(80);
  });
});
