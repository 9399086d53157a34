import type { ChargeRequest, Outcome, Provider } from '@ducat/core';
import { createPayments } from '@ducat/payments';
import { expect, test } from 'vitest';
import type { CreatePayments } from '../src/process/process.ts';
import { simulate } from '../src/run/simulate.ts';
import { minimal } from '../src/shrink/minimal.ts';
import { shrinkViolation } from '../src/shrink/shrink-violation.ts';

/** What many write by accident: an answer that nobody understands counts as none, and the next provider is tried. */
const failingOver: CreatePayments = (options) =>
  createPayments({ ...options, providers: options.providers.map(takingSilenceForNo) });

function takingSilenceForNo(provider: Provider): Provider {
  const { charge } = provider;
  if (charge === undefined) return provider;
  return {
    ...provider,
    async charge(request: ChargeRequest, context): Promise<Outcome> {
      const outcome = await charge(request, context);
      return outcome.status === 'unknown' ? { ...outcome, status: 'not_sent' } : outcome;
    },
  };
}

test('an engine that fails over on an unclear answer is caught, and the story of it is short', async () => {
  const order = { createPayments: failingOver, seed: 3, payments: 150, factor: 3 };
  const report = await simulate(order);
  const violation = report.worlds.flatMap(({ violations }) => violations).find(({ invariant }) => invariant === 1);
  expect(violation).toBeDefined();
  if (violation === undefined) return;
  const story = await shrinkViolation({ ...order, violation });
  expect(story).toContain('invariant 1 is broken');
  expect(story).toMatch(/1 case\(s\), 1 fault\(s\)/);
  expect(story).toMatch(/1\. the merchant (charges|authorizes)/);
  expect(story).toMatch(/--seed 3 --payments 150 --faults x3 --payment \d+/);
}, 120_000);

test('the fewest items are found that fail together', async () => {
  const items = Array.from({ length: 60 }, (_, number) => number);
  const kept = await minimal(items, async (rest) => rest.includes(7) && rest.includes(41), 1000);
  expect(kept).toEqual([7, 41]);
  expect(await minimal(items, async () => true, 1000)).toEqual([]);
});
