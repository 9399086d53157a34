import type { Charge, Journal, LookupResult, Refund } from '@ducat/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Payments } from '../../src/index.ts';
import { audit } from '../world/audit.ts';
import { eur, hour, minute, openStage, order } from '../world/stage.ts';
import type { Script } from '../world/tiny-provider.ts';
import { lost, refused, tinyProvider } from '../world/tiny-provider.ts';

const part = (amount: string) => ({ payment: 'order-1', amount: eur(amount) });
const fifty = Array.from({ length: 50 }, (_, index) => index);

describe('fifty at once, from five processes', () => {
  test('of the same charge are one charge with one answer', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const nodes = fifty.slice(0, 5).map(() => stage.open());
    const calls = fifty.slice(0, 10).flatMap(() => nodes.map((node) => node.charge(order(), { key: 'order-1' })));
    const results = await stage.after(minute, Promise.all(calls));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('of charges with ten amounts under one key are one charge', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const nodes = fifty.slice(0, 5).map(() => stage.open());
    const amounts = fifty.slice(0, 10).map((index) => eur(`${index + 1}.00`));
    const calls = amounts.flatMap((amount) => nodes.map((node) => node.charge(order({ amount }), { key: 'order-1' })));
    const results = await stage.after(minute, Promise.allSettled(calls));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(5);
    expect(one.ledger().length).toBe(1);
  });

  test('who wait for what nobody knows ask the provider forty times at most', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(...Array.from({ length: 200 }, () => () => ({ status: 'not_found' }) as const));
    const nodes = fifty.slice(0, 5).map(() => stage.open());
    for (let round = 0; round < 15; round += 1) {
      const calls = fifty
        .slice(0, 10)
        .flatMap(() =>
          nodes.map((node) => node.charge(order(), { key: 'order-1', signal: new AbortController().signal })),
        );
      await stage.after(2 * minute, Promise.all(calls));
    }
    await stage.recover(60 * 24 * hour);
    expect(one.calls.filter((call) => call.startsWith('lookup')).length).toBeLessThanOrEqual(40);
    expect(one.calls.filter((call) => call.startsWith('charge')).length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['at once', 0],
    ['after a second', 1000],
  ])('in one process ask a provider together that answers %s', async (_when, delay) => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    const slow = async (): Promise<LookupResult> => {
      if (delay > 0) await stage.sleep(delay);
      return { status: 'not_found' };
    };
    one.nextLookup(...Array.from({ length: 200 }, () => slow));
    const node = stage.open();
    const { signal } = new AbortController();
    const calls = fifty.map(() => node.charge(order(), { key: 'order-1', signal }));
    await stage.clock.advance(5000);
    expect(one.calls.filter((call) => call.startsWith('lookup')).length).toBeLessThan(4);
    await stage.after(2 * minute, Promise.all(calls));
  });

  test('of the same capture are one capture', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().authorize(order(), { key: 'order-1' });
    const calls = fifty.map(() => stage.open().capture(part('10.00'), { key: 'capture-1' }));
    const results = await stage.after(minute, Promise.all(calls));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 1000']);
  });

  test('of captures and voids under keys of their own are one of them', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().authorize(order(), { key: 'order-1' });
    const calls = fifty.map((index) => {
      const payments = stage.open();
      const call = { key: `follow-${index}` };
      return index % 2 === 0 ? payments.capture(part('10.00'), call) : payments.void(part('10.00'), call);
    });
    const results = await stage.after(minute, Promise.allSettled(calls));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(one.ledger().length).toBe(2);
  });

  test('of refunds of a third each give back three at most', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().charge(order(), { key: 'order-1' });
    for (let round = 0; round < 6; round += 1) {
      const calls = fifty.map((index) =>
        stage.open().refund({ ...part('3.00'), reason: 'third' }, { key: `refund-${round}-${index}` }),
      );
      await stage.after(minute, Promise.allSettled(calls));
    }
    expect(one.ledger()).toEqual(['charge 1000', 'refund 300', 'refund 300', 'refund 300']);
  });
});

type Fate = 'fine' | 'lost' | 'refused';

const fates: Readonly<Record<Fate, Script>> = { fine: (act) => act(), lost, refused };

/** The call, begun and ended when the scheduler says so. */
function shuffled<Given extends unknown[], Value>(
  scheduler: fc.Scheduler,
  call: (...given: Given) => Promise<Value>,
): (...given: Given) => Promise<Value> {
  return async (...given) => {
    await scheduler.schedule(Promise.resolve());
    try {
      return await call(...given);
    } finally {
      await scheduler.schedule(Promise.resolve());
    }
  };
}

test('in whatever order journal and providers answer, the books agree with the journal', async () => {
  const story = fc.array(fc.constantFrom<Fate>('fine', 'lost', 'refused'), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), story, async (scheduler, told) => {
      const [one, two] = [tinyProvider('one'), tinyProvider('two')];
      const stage = openStage(one, two);
      one.next('charge', ...told.map((fate) => fates[fate]));
      const journal: Journal = {
        ...stage.journal,
        append: shuffled(scheduler, (entry) => stage.journal.append(entry)),
        read: shuffled(scheduler, (payment) => stage.journal.read(payment)),
      };
      const providers = [one, two].map((provider) => {
        const charge = shuffled(scheduler, (...given: Parameters<Charge['charge']>) => provider.charge(...given));
        const refund = shuffled(scheduler, (...given: Parameters<Refund['refund']>) => provider.refund(...given));
        return { ...provider, charge, refund };
      });
      const node = (): Payments => stage.open({ providers, journal });
      const calls = [
        node().charge(order(), { key: 'order-1' }),
        node().charge(order(), { key: 'order-1' }),
        node().charge(order({ amount: eur('2.00') }), { key: 'order-1' }),
        node().refund({ ...part('6.00'), reason: 'small' }, { key: 'refund-1' }),
        node().refund({ ...part('6.00'), reason: 'small' }, { key: 'refund-2' }),
      ];
      const settled = Promise.allSettled(calls);
      for (let turn = 0; turn < 200; turn += 1) {
        while (scheduler.count() > 0) await scheduler.waitOne();
        await stage.clock.advance(500);
      }
      await settled;
      await stage.recover(4 * hour);
      expect(await audit(stage, [one, two])).toEqual([]);
      const effects = [...one.ledger(), ...two.ledger()].map((line) => line.split(' ')[0]);
      expect(effects.filter((kind) => kind === 'charge').length).toBeLessThanOrEqual(1);
      expect(effects.filter((kind) => kind === 'refund').length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40 },
  );
});
