import { describe, expect, test } from 'vitest';
import { day, eur, hour, minute, openStage, order, wrongClock } from '../world/stage.ts';
import { declined, dropped, lost, refused, tinyProvider } from '../world/tiny-provider.ts';

const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

describe('a reversal', () => {
  async function late(kind: 'charge' | 'payout', prepare: (one: ReturnType<typeof tinyProvider>) => void) {
    const [one, two] = [tinyProvider('one'), tinyProvider('two')];
    const stage = openStage(one, two);
    one.next(kind, (act, context) => {
      act();
      return refused(act, context);
    });
    prepare(one);
    const { source, ...rest } = order();
    const destination = source.kind === 'card' ? source : undefined;
    if (kind === 'charge') await stage.open().charge(order(), { key: 'order-1' });
    else if (destination !== undefined) await stage.open().payout({ ...rest, destination }, { key: 'order-1' });
    await stage.open().receive('one', one.tell(one.transaction(1)));
    return { one, stage };
  }

  test('that did not reach the provider is begun again, with a key of its own', async () => {
    const { one, stage } = await late('charge', (provider) => provider.next('refund', refused));
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
    expect(one.calls.filter((call) => call.startsWith('refund'))).toEqual([
      'refund order-1--reversal-1-1',
      'refund order-1--reversal-2-1',
    ]);
  });

  test('is made once by two processes that both think it is theirs', async () => {
    const { one, stage } = await late('charge', () => {});
    await stage.clock.advance(5000);
    // The first append is what the lookup said, the second the reversal: then the lease of the first process is over.
    stage.journal.before(stage.journal.appends + 2, async () => {
      await stage.open({ clock: wrongClock(stage, () => 5 * minute) }).recover();
    });
    await stage.open().recover();
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });

  test('that the provider declines is handed to a person', async () => {
    const { one, stage } = await late('charge', (provider) => provider.next('refund', declined('one')));
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.review).toMatch(
      /10.00 EUR moved once too often at one.*reversal was declined/,
    );
    expect(await stage.events()).toContain('payment.needs_review');
    const due = one.calls.length;
    await stage.recover(10 * day);
    expect(one.calls.length).toBe(due);
  });

  test('that nobody knows about is found out, and not made twice', async () => {
    const { one, stage } = await late('charge', (provider) => provider.next('refund', lost));
    await stage.recover(hour);
    expect(one.ledger()).toEqual(['charge 1000', 'refund 1000']);
  });

  test('does not hold up what is done with the payment itself', async () => {
    const { stage } = await late('charge', (provider) => provider.next('refund', ...times(3, dropped)));
    await stage.recover(minute);
    const refund = { payment: 'order-1', amount: eur('10.00'), reason: 'too small' };
    expect((await stage.open().refund(refund, { key: 'refund-1' })).status).toBe('approved');
  });

  test('of a second payout is not possible: a person is told, once', async () => {
    const { one, stage } = await late('payout', () => {});
    await stage.recover(hour);
    expect((await stage.read('order-1'))?.review).toMatch(/a payout cannot be given back/);
    await stage.recover(30 * day);
    expect((await stage.events()).filter((event) => event === 'payment.needs_review')).toEqual([
      'payment.needs_review',
    ]);
    expect(one.ledger()).toEqual(['payout 1000']);
    expect(await stage.open().recover()).toEqual({ payments: [], failed: [] });
  });
});
