import { describe, expect, test } from 'vitest';
import type { OperationResult } from '../../src/index.ts';
import { eur, hour, minute, openStage, order } from '../world/stage.ts';
import type { JournalMishap } from '../world/shaky-journal.ts';
import { lost, refused, tinyProvider } from '../world/tiny-provider.ts';

const kinds: readonly JournalMishap[] = ['rejected', 'written_and_rejected'];
const failed = { code: 'journal_failed' };

describe.each(kinds)('an append that was %s', (mishap) => {
  test('before anything was sent: nothing is sent, and a repeat charges once', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    stage.journal.next(mishap);
    await expect(stage.open().charge(order(), { key: 'order-1' })).rejects.toMatchObject({ ...failed, effect: 'none' });
    expect(one.calls).toEqual([]);
    const repeated = await stage.after(3 * minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(repeated.status).toBe('approved');
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('after the answer is written by another try', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    stage.journal.next(undefined, mishap, mishap);
    expect((await stage.open().charge(order(), { key: 'order-1' })).status).toBe('approved');
    expect((await stage.journal.read('order-1'))?.events.map(({ type }) => type)).toEqual([
      'operation_begun',
      'attempt_begun',
      'evidence',
      'operation_settled',
    ]);
    expect(await stage.events()).toEqual(['payment.approved']);
  });

  test('for good after the answer is an error that says that money may have moved, and recovery finds it', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    stage.journal.next(undefined, 'rejected', 'rejected', mishap);
    await expect(stage.open().charge(order(), { key: 'order-1' })).rejects.toMatchObject({
      ...failed,
      effect: 'possible',
    });
    await stage.recover(2 * minute);
    expect((await stage.read('order-1'))?.status).toBe('approved');
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('between two providers never charges both', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', refused);
    stage.journal.next(undefined, mishap);
    const result = await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.recover(5 * hour);
    const final = await stage.read('order-1');
    const effects = [...one.ledger(), ...two.ledger()];
    expect(effects).toEqual(final?.status === 'approved' ? ['charge 1000'] : []);
    expect(['unknown', final?.status]).toContain(result.status);
  });

  test('of a lookup is no second confirmation of what it said', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    await stage.after(
      100,
      limited(stage.open({ limits: { operationMilliseconds: 50 } }).charge(order(), { key: 'order-1' })),
    );
    await stage.clock.advance(3 * hour);
    one.nextLookup(
      () => ({ status: 'not_found' }),
      () => ({ status: 'not_found' }),
      () => ({ status: 'not_found' }),
    );
    stage.journal.next(mishap);
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.status).toBe('approved');
  });

  test('before a capture: nothing is captured, and a repeat captures once', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().authorize(order(), { key: 'order-1' });
    stage.journal.next(mishap);
    const capture = { payment: 'order-1', amount: eur('10.00') };
    await expect(stage.open().capture(capture, { key: 'capture-1' })).rejects.toMatchObject({
      ...failed,
      effect: 'none',
    });
    expect(one.ledger()).toEqual(['authorize 1000']);
    const repeated = await stage.after(3 * minute, stage.open().capture(capture, { key: 'capture-1' }));
    expect(repeated.status).toBe('approved');
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 1000']);
  });
});

test('a journal that cannot be read sends nothing', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  await stage.open().authorize(order(), { key: 'order-1' });
  const journal = { ...stage.journal, read: () => Promise.reject(new Error('down')) };
  const capture = { payment: 'order-1', amount: eur('10.00') };
  const payments = stage.open({ journal });
  await expect(payments.capture(capture, { key: 'capture-1' })).rejects.toMatchObject({ ...failed, effect: 'none' });
  await expect(payments.get('order-1')).rejects.toMatchObject(failed);
  expect(one.ledger()).toEqual(['authorize 1000']);
});

async function limited(call: Promise<OperationResult>): Promise<string> {
  return (await call).status;
}
