import { describe, expect, test } from 'vitest';
import { eur, hour, minute, openStage, order } from '../world/stage.ts';
import { declined, dropped, never, refused, tinyProvider } from '../world/tiny-provider.ts';

describe('a success of the first provider that shows late', () => {
  test('is given back when the second has been charged and settled', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      return refused(act, context);
    });
    const payments = stage.open();
    expect(await payments.charge(order(), { key: 'order-1' })).toMatchObject({ status: 'approved', provider: 'two' });
    await payments.receive('one', one.tell(one.transaction(1)));
    await stage.recover(10 * minute);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
    expect(two.ledger()).toEqual(['charge 1000']);
    expect(await stage.read('order-1')).toMatchObject({ status: 'approved', provider: 'two' });
    expect(await stage.read('order-1', 1)).toMatchObject({ operation: 'refund', reverses: 'order-1-1/one-1' });
    expect(await stage.events()).toEqual(['payment.approved', 'reversal.approved']);
  });

  test('counts when the second has not answered, and then the second is given back', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('authorize', (act, context) => {
      act();
      return refused(act, context);
    });
    two.next('authorize', async (act) => {
      await stage.open().receive('one', one.tell(one.transaction(1)));
      await stage.sleep(5000);
      await stage.open().recover();
      return act();
    });
    const result = await stage.after(minute, stage.open().authorize(order(), { key: 'order-1' }));
    expect(result).toMatchObject({ status: 'approved', provider: 'one' });
    await stage.recover(10 * minute);
    expect(two.ledger()).toEqual(['authorize 1000', 'void 1000']);
    expect(one.ledger()).toEqual(['authorize 1000']);
  });

  test('while it is only pending keeps a third from being tried, and the decline of the second from being final', async () => {
    const [one, two, three] = [tinyProvider('one'), tinyProvider('two'), tinyProvider('three')];
    const stage = openStage(one, two, three);
    one.next('charge', (act, context) => {
      act();
      one.transaction(1).status = 'pending';
      return refused(act, context);
    });
    two.next('charge', async (act, context) => {
      await stage.open().receive('one', one.tell(one.transaction(1)));
      await stage.sleep(5000);
      await stage.open().recover();
      return declined('two')(act, context);
    });
    const result = await stage.after(minute, stage.open().charge(order(), { key: 'order-1' }));
    expect(result.status).toBe('unknown');
    expect(three.calls).toEqual([]);
    one.transaction(1).status = 'approved';
    await stage.recover(hour);
    expect(await stage.read('order-1')).toMatchObject({ status: 'approved', provider: 'one' });
    expect(one.ledger()).toEqual(['charge 1000']);
  });

  test('does not make the engine forget the second attempt that nobody knows about', async () => {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next('charge', (act, context) => {
      act();
      return refused(act, context);
    });
    two.next('charge', (act, context) => {
      act();
      return never(act, context);
    });
    void stage.open().charge(order(), { key: 'order-1' });
    await stage.clock.advance(0);
    await stage.open().receive('one', one.tell(one.transaction(1)));
    await stage.recover(hour);
    expect(await stage.read('order-1')).toMatchObject({ status: 'approved', provider: expect.any(String) });
    const [first, second] = [one.ledger(), two.ledger()];
    expect([first, second].toSorted((left, right) => left.length - right.length)).toEqual([
      ['charge 1000'],
      ['charge 1000', 'refund 1000'],
    ]);
  });

  test('is given back when the merchant was told that no money moved', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    one.next('charge', dropped);
    await stage.after(2 * minute, stage.open().charge(order(), { key: 'order-1' }));
    await stage.recover(4 * hour);
    expect(await stage.read('order-1')).toMatchObject({ status: 'not_sent' });
    const late = {
      id: 'late-1',
      operation: 'charge',
      reference: 'order-1-1',
      status: 'approved',
      amount: eur('10.00'),
    } as const;
    one.transactions.push({ ...late });
    await stage.open().receive('one', one.tell(late));
    await stage.recover(10 * minute);
    expect(await stage.read('order-1')).toMatchObject({ status: 'not_sent' });
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });
});
