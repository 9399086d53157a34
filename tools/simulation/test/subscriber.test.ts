import { Money } from '@ducat/core';
import type { PaymentsEvent } from '@ducat/payments';
import { createVirtualClock } from '@ducat/simulator';
import { expect, test } from 'vitest';
import { createDice } from '../src/chance/dice.ts';
import { Violations } from '../src/invariants/violations.ts';
import { Owners } from '../src/process/owners.ts';
import { MerchantSubscriber } from '../src/process/subscriber.ts';
import { Told } from '../src/scenario/told.ts';
import { Trace } from '../src/trace/trace.ts';

const facts = { at: 1, payment: 'p1', key: 'p1', operation: 'charge', requested: Money.of(1000n, 'EUR') } as const;
const pending = (id: string): PaymentsEvent => ({ ...facts, id, type: 'payment.pending', status: 'pending' });

/** Invariants that are broken when one payment's events are heard in this order. */
async function brokenBy(order: readonly string[], hadWrongClock: boolean): Promise<readonly number[]> {
  const clock = createVirtualClock(0);
  const violations = new Violations();
  const subscriber = new MerchantSubscriber({
    clock,
    dice: { ...createDice(1), roll: () => 0.5 },
    told: new Told(violations),
    trace: new Trace(() => clock.now(), false),
    owners: new Owners(),
    violations,
    hadWrongClock: () => hadWrongClock,
  });
  for (const id of order) {
    const hearing = subscriber.hear(pending(id));
    await clock.advance(5000);
    await hearing;
  }
  return violations.all.map(({ invariant }) => invariant);
}

test('events in order may come twice', async () => {
  expect(await brokenBy(['1', '1', '3', '3'], false)).toEqual([]);
});

test('an event that was never heard may not come after a later one, whatever the clocks show', async () => {
  expect(await brokenBy(['1', '3', '2'], false)).toEqual([7]);
  expect(await brokenBy(['1', '3', '2'], true)).toEqual([7]);
});

test('an event may come again after a later one only where a clock is wrong', async () => {
  expect(await brokenBy(['1', '3', '1'], true)).toEqual([]);
  expect(await brokenBy(['1', '3', '1'], false)).toEqual([7]);
});
