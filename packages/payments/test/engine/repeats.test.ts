import { describe, expect, test } from 'vitest';
import { hour, minute, openStage, order } from '../world/stage.ts';
import { dropped, lost, never, tinyProvider } from '../world/tiny-provider.ts';

const blind = { lookupByReference: [] } as const;

describe('a repeat under the same key', () => {
  test('after the process died between the provider and the journal charges nobody again (defect 1) (defect 6)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', (act, context) => {
      act();
      return never(act, context);
    });
    void stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    const repeated = await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(repeated).toMatchObject({ status: 'approved', reference: 'order-1-1' });
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('reaches the provider with the key of the first, and with no other (defect 2) (defect 7)', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', lost, lost);
    const first = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(first.status).toBe('unknown');
    await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(one.calls).toEqual(['charge order-1-1', 'charge order-1-1']);
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('by ten impatient clicks on a bad network is one charge (defect 3) (defect 4) (defect 5)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(() => ({ status: 'not_found' }));
    const clicks = Array.from({ length: 10 }, () => stage.open().charge(order(), { key: 'order-1' }));
    const results = await stage.after(2 * minute, Promise.all(clicks));
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['approved']));
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('is not taken for finished because the connection failed (defect 62)', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', lost);
    one.nextLookup(...Array.from({ length: 4 }, () => () => ({ status: 'not_found' }) as const));
    expect((await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }))).status).toBe('unknown');
    expect(await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }))).toMatchObject({
      status: 'approved',
    });
  });

  test('sends the request in hand again where nobody can be asked', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', dropped);
    expect((await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }))).status).toBe('unknown');
    const repeated = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(repeated).toMatchObject({ status: 'approved', reference: 'order-1-1' });
  });

  test('by five processes at once is sent again once', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    const again = [1, 2, 3, 4, 5].map(() => stage.open().charge(order(), { key: 'order-1' }));
    await stage.after(2 * minute, Promise.all(again));
    expect(one.calls).toEqual(['charge order-1-1', 'charge order-1-1']);
  });

  test('sends nothing again past the window in which the provider would know it', async () => {
    const one = tinyProvider('one', { ...blind, replayWindowMilliseconds: hour });
    const stage = openStage(one);
    one.next('charge', lost);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.clock.advance(55 * minute);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('sends nothing again where nothing keeps it from acting twice', async () => {
    const one = tinyProvider('one', { ...blind, repeat: {} });
    const stage = openStage(one);
    one.next('charge', lost);
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('is sent three times at most, whoever asks', async () => {
    const one = tinyProvider('one', blind);
    const stage = openStage(one);
    one.next('charge', ...Array.from({ length: 10 }, () => dropped));
    for (let click = 0; click < 10; click += 1) {
      await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    }
    await stage.recover(10 * hour);
    expect(one.calls.length).toBeLessThanOrEqual(3);
  });

  test('while another process still waits gets that very answer', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', async (act) => {
      await stage.sleep(20_000);
      return act();
    });
    const both = [stage.open().charge(order(), { key: 'order-1' }), stage.open().charge(order(), { key: 'order-1' })];
    const [first, second] = await stage.after(minute, Promise.all(both));
    expect(second).toEqual(first);
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('is answered by what became of the first when no provider can take it now', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    const first = await stage.open().charge(order(), { key: 'order-1' });
    const { charge: _charge, ...without } = one;
    expect(await stage.open({ providers: [without] }).charge(order(), { key: 'order-1' })).toEqual(first);
  });
});
