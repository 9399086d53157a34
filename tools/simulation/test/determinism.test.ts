import { createPayments } from '@ducat/payments';
import { expect, test } from 'vitest';
import { guarded } from '../src/run/guard.ts';
import { simulate } from '../src/run/simulate.ts';

const order = { createPayments, payments: 30, factor: 3 } as const;

test('the same seed gives the same trace, bit for bit, without the time or the chance of the machine', async () => {
  const first = await guarded(() => simulate({ ...order, seed: 7 }));
  const second = await guarded(() => simulate({ ...order, seed: 7 }));
  expect(first.worlds.flatMap(({ violations }) => violations)).toEqual([]);
  expect(second.traceHash).toBe(first.traceHash);
  expect(second.worlds).toEqual(first.worlds);
});

test('another seed gives another trace', async () => {
  const first = await simulate({ ...order, payments: 5, seed: 1 });
  const second = await simulate({ ...order, payments: 5, seed: 2 });
  expect(second.traceHash).not.toBe(first.traceHash);
});

test('whoever asks the machine for time or chance is found', async () => {
  const asking: readonly (() => unknown)[] = [
    () => Date.now(),
    () => new Date(),
    () => Math.random(),
    () => crypto.randomUUID(),
    () => setTimeout(() => undefined, 1),
    () => performance.now(),
  ];
  for (const ask of asking) {
    await expect(
      guarded(async () => {
        ask();
      }),
    ).rejects.toThrow(/simulation/);
  }
  expect(Date.now()).toBeGreaterThan(0);
  expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
});
