import type { Outcome } from '@ducat/core';
import { declineFor } from '@ducat/core';
import type { CircuitSettings, Observation, Router } from '@ducat/router';
import { createRouter } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charge, ids, noon, providers, routes } from './house.ts';

const second = 1000;
const quick: CircuitSettings = { failurePercent: 50, outOf: 4, atLeast: 2, openSeconds: [30, 60] };

function routed(circuit: CircuitSettings | false | undefined = quick): Router {
  return createRouter({ providers, routes: routes([], { circuit }) });
}

function tell(router: Router, status: Outcome['status'], at = noon, rest: Partial<Observation> = {}): void {
  router.record({ provider: 'alpha', question: charge(), status, at, ...rest });
}

const candidates = (router: Router, at: number, key = 'order-1'): readonly string[] =>
  router.plan(charge({}, { at, key })).candidates;

describe('a circuit', () => {
  it('opens when too many of the last attempts failed, and puts the provider after all others', () => {
    const router = routed();
    tell(router, 'unknown');
    expect(router.isOpen('alpha', noon)).toBe(false);
    tell(router, 'not_sent');
    expect(router.isOpen('alpha', noon)).toBe(true);
    const { candidates: order, lines } = router.plan(charge());
    expect(order).toEqual(['beta', 'gamma', 'alpha']);
    expect(lines[2]?.reason).toBe('in the order given; its circuit is open: after all others');
  });

  it('leaves the provider out where the routes say so, and tells until when', () => {
    const router = routed({ ...quick, whenOpen: 'leave_out' });
    tell(router, 'unknown');
    tell(router, 'unknown');
    const { candidates: order, lines } = router.plan(charge());
    expect(order).toEqual(['beta', 'gamma']);
    expect(lines[2]?.reason).toBe('left out: its circuit is open until 2026-05-06T12:00:30.000Z');
  });

  it('opens by what is unknown, and is not closed by learning later what became of it', () => {
    const router = routed();
    tell(router, 'unknown');
    tell(router, 'unknown');
    tell(router, 'approved', noon + 40 * second, { late: true });
    expect(router.isOpen('alpha', noon + second)).toBe(true);
    // It would be closed if that had been an answer of the provider now.
    tell(router, 'unknown', noon + 41 * second);
    expect(router.isOpen('alpha', noon + 41 * second)).toBe(true);
  });

  it('stays closed whatever a provider says of cards', () => {
    const router = routed();
    for (const status of ['declined', 'approved', 'pending', 'action_required'] as const) {
      for (let time = 0; time < 20; time += 1) tell(router, status);
    }
    for (let time = 0; time < 20; time += 1)
      tell(router, 'declined', noon, { decline: declineFor('suspected_fraud', 'issuer') });
    expect(router.isOpen('alpha', noon)).toBe(false);
    expect(candidates(router, noon)).toEqual(ids);
  });

  it('opens by declines for which the provider itself is to blame', () => {
    const router = routed();
    for (let time = 0; time < 2; time += 1)
      tell(router, 'declined', noon, { decline: declineFor('provider_failure', 'provider') });
    expect(router.isOpen('alpha', noon)).toBe(true);
  });

  it('goes by the time of the questions, not by that of the machine', () => {
    const router = routed();
    tell(router, 'unknown');
    tell(router, 'unknown');
    expect(router.isOpen('alpha', noon + 30 * second - 1)).toBe(true);
    expect(router.isOpen('alpha', noon + 30 * second)).toBe(false);
    // Asking about another time changes nothing.
    expect(router.isOpen('alpha', noon)).toBe(true);
  });

  it('lets a share of the payments see whether the provider is back, and the others after all others', () => {
    const router = routed({ ...quick, probePercent: 25 });
    tell(router, 'unknown');
    tell(router, 'unknown');
    const firsts = Array.from(
      { length: 4000 },
      (_, index) => candidates(router, noon + 31 * second, `order-${index}`)[0],
    );
    const probes = firsts.filter((first) => first === 'alpha').length;
    expect(probes / firsts.length).toBeCloseTo(0.25, 1);
    expect(new Set(firsts)).toEqual(new Set(['alpha', 'beta']));
  });

  it('closes when one of them succeeds, and forgets what was before', () => {
    const router = routed();
    tell(router, 'unknown');
    tell(router, 'unknown');
    tell(router, 'declined', noon + 31 * second);
    expect(candidates(router, noon + 31 * second)).toEqual(ids);
    tell(router, 'unknown', noon + 32 * second);
    expect(router.isOpen('alpha', noon + 32 * second)).toBe(false);
  });

  it('stays open longer each time that it fails again', () => {
    const router = routed();
    tell(router, 'unknown');
    tell(router, 'unknown');
    const reopened = noon + 31 * second;
    tell(router, 'unknown', reopened);
    expect(router.isOpen('alpha', reopened + 60 * second - 1)).toBe(true);
    expect(router.isOpen('alpha', reopened + 60 * second)).toBe(false);
  });

  it('is not kept open by answers to what was asked before it opened', () => {
    const router = routed();
    tell(router, 'unknown');
    tell(router, 'unknown');
    for (let time = 1; time < 20; time += 1) tell(router, 'unknown', noon + time * second);
    expect(router.isOpen('alpha', noon + 30 * second)).toBe(false);
  });

  it('leaves nobody out for ever: whatever happened, it ends', () => {
    const seen = fc.record({
      status: fc.constantFrom('unknown', 'approved', 'declined', 'not_sent'),
      after: fc.nat(100_000),
    });
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 60 }), (list) => {
        const router = routed();
        for (const { status, after } of list) tell(router, status, noon + after);
        expect(router.isOpen('alpha', noon + 100_000 + 60 * second)).toBe(false);
      }),
    );
  });

  it('is each provider’s own', () => {
    const router = routed();
    tell(router, 'unknown');
    tell(router, 'unknown');
    expect(ids.map((id) => router.isOpen(id, noon))).toEqual([true, false, false]);
    expect(router.isOpen('nobody', noon)).toBe(false);
  });

  it('does not open where the routes say that there is none', () => {
    const router = routed(false);
    for (let time = 0; time < 50; time += 1) tell(router, 'unknown');
    expect(router.isOpen('alpha', noon)).toBe(false);
    expect(candidates(router, noon)).toEqual(ids);
  });

  it('never brings a provider back that was left out', () => {
    const router = createRouter({
      providers,
      routes: routes([{ name: 'no', exclude: ['alpha'] }], { circuit: quick }),
    });
    tell(router, 'unknown');
    tell(router, 'unknown');
    for (const at of [noon, noon + 31 * second]) expect(candidates(router, at)).toEqual(['beta', 'gamma']);
  });
});
