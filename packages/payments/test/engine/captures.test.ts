import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { eur, hour, minute, openStage, order } from '../world/stage.ts';
import { lost, tinyProvider } from '../world/tiny-provider.ts';
import { authorized, busy, charged, invalid, part, refund } from '../world/begun.ts';

const blind = { lookupByReference: ['charge', 'authorize'] } as const;

describe('captures and voids', () => {
  test('take at most what is held, all together', async () => {
    const one = tinyProvider('one');
    const payments = (await authorized(one)).open();
    await payments.capture(part('6.00'), { key: 'capture-1' });
    await expect(payments.capture(part('4.01'), { key: 'capture-2' })).rejects.toMatchObject(invalid);
    await payments.capture(part('4.00'), { key: 'capture-3' });
    await expect(payments.capture(part('0.01'), { key: 'capture-4' })).rejects.toMatchObject(invalid);
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 600', 'capture 400']);
  });

  test('exclude each other: nothing is captured after a void, nothing voided after a capture', async () => {
    const one = tinyProvider('one');
    const voided = (await authorized(one)).open();
    await voided.void(part('10.00'), { key: 'void-1' });
    await expect(voided.capture(part('1.00'), { key: 'capture-1' })).rejects.toMatchObject(invalid);
    await expect(voided.void(part('10.00'), { key: 'void-2' })).rejects.toMatchObject(invalid);
    const two = tinyProvider('two');
    const captured = (await authorized(two)).open();
    await captured.capture(part('10.00'), { key: 'capture-2' });
    await expect(captured.void(part('10.00'), { key: 'void-3' })).rejects.toMatchObject(invalid);
    expect([one.ledger(), two.ledger()]).toEqual([
      ['authorize 1000', 'void 1000'],
      ['authorize 1000', 'capture 1000'],
    ]);
  });

  test('wait while another is unclear', async () => {
    const one = tinyProvider('one', blind);
    const stage = await authorized(one);
    one.next('capture', lost);
    await stage.after(2 * minute, stage.open().capture(part('10.00'), { key: 'capture-1' }));
    await expect(stage.open().void(part('10.00'), { key: 'void-1' })).rejects.toMatchObject(busy);
    await expect(stage.open().capture(part('10.00'), { key: 'capture-2' })).rejects.toMatchObject(busy);
    await expect(stage.open().refund(refund('10.00'), { key: 'refund-1' })).rejects.toMatchObject(busy);
    await stage.recover(10 * minute);
    expect(one.ledger()).toEqual(['authorize 1000', 'capture 1000']);
  });

  test('that are pending count until they are proven to have done nothing', async () => {
    const one = tinyProvider('one', { lookupByReference: ['authorize'] });
    const stage = await authorized(one);
    one.next('capture', (act) => {
      act();
      one.transaction(2).status = 'pending';
      return act();
    });
    expect((await stage.open().capture(part('10.00'), { key: 'capture-1' })).status).toBe('pending');
    await expect(stage.open().void(part('10.00'), { key: 'void-1' })).rejects.toMatchObject(invalid);
    one.transaction(2).status = 'declined';
    await stage.recover(hour);
    expect((await stage.open().void(part('10.00'), { key: 'void-2' })).status).toBe('approved');
  });

  test('go in one piece where the provider cannot do less', async () => {
    const capture = { partial: 'when_announced', multiple: false } as const;
    const one = tinyProvider('one', { capture });
    const stage = openStage(one);
    const payments = stage.open();
    await payments.authorize(order(), { key: 'order-1' });
    await payments.authorize({ ...order(), partialCapture: true }, { key: 'order-2' });
    await expect(payments.capture(part('6.00'), { key: 'capture-1' })).rejects.toMatchObject(invalid);
    const announced = { payment: 'order-2', amount: eur('6.00') };
    await payments.capture(announced, { key: 'capture-2' });
    await expect(payments.capture({ ...announced, amount: eur('4.00') }, { key: 'capture-3' })).rejects.toMatchObject(
      invalid,
    );
    await expect(payments.void({ ...announced, amount: eur('4.00') }, { key: 'void-1' })).rejects.toMatchObject(
      invalid,
    );
    await expect(payments.void(part('6.00'), { key: 'void-2' })).rejects.toMatchObject(invalid);
    expect(one.ledger()).toEqual(['authorize 1000', 'authorize 1000', 'capture 600']);
  });

  test('are refused in another currency, for an unknown payment, and for one that holds nothing', async () => {
    const one = tinyProvider('one');
    const stage = await charged(one);
    const payments = stage.open();
    const all = { payment: 'order-1', amount: eur('10.00') };
    await expect(payments.capture(all, { key: 'capture-1' })).rejects.toMatchObject(invalid);
    await expect(payments.capture({ ...all, payment: 'order-9' }, { key: 'capture-1' })).rejects.toMatchObject(invalid);
    const yen = { payment: 'order-1', amount: Money.parse('10', 'JPY'), reason: 'small' };
    await expect(payments.refund(yen, { key: 'refund-1' })).rejects.toMatchObject({
      ...invalid,
      message: 'amount: must be in EUR, as the payment is',
    });
    expect(one.calls).toEqual(['charge order-1-1']);
  });

  test('exclude each other in part, too: what is left after a partial void is not captured', async () => {
    const one = tinyProvider('one', { void: { partial: true } });
    const payments = (await authorized(one)).open();
    await payments.void(part('4.00'), { key: 'void-1' });
    await expect(payments.capture(part('6.00'), { key: 'capture-1' })).rejects.toMatchObject(invalid);
    await payments.void(part('6.00'), { key: 'void-2' });
    expect(one.ledger()).toEqual(['authorize 1000', 'void 400', 'void 600']);
  });
});
