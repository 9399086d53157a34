import { describe, expect, it } from 'vitest';

import {
  BankRefusal,
  createBank,
  createCourier,
  createRandom,
  createVirtualClock,
  empty,
  ExactNumber,
  noBody,
  parseExactJson,
} from '../src/index.ts';
import type { Courier, VirtualClock, WebhookMessage } from '../src/index.ts';

const order = { reference: 'order-1', amount: 1000n, currency: 'USD' };

const refused = (reason: string, act: () => void): void => {
  expect(act).toThrow(BankRefusal);
  expect(act).toThrow(reason);
};

describe('the bank', () => {
  it('never captures more than it holds, nor twice', () => {
    const bank = createBank(createVirtualClock(0));
    const hold = bank.authorize(order);
    refused('over_capture', () => bank.capture(hold, 1001n));
    bank.capture(hold, 400n);
    refused('already_captured', () => bank.capture(hold, 1n));
    refused('already_captured', () => bank.void(hold));
    expect(bank.totals('USD')).toEqual({
      captured: 400n,
      refunded: 0n,
      net: 400n,
      held: 0n,
      paidOut: 0n,
    });
  });

  it('lets a hold be captured in parts when more is announced', () => {
    const bank = createBank(createVirtualClock(0));
    const hold = bank.authorize(order);
    bank.capture(hold, 400n, true);
    expect(bank.totals('USD').held).toBe(600n);
    bank.capture(hold, 600n, true);
    expect(bank.totals('USD')).toMatchObject({ captured: 1000n, held: 0n });
  });

  it('never captures a voided hold, nor voids it again', () => {
    const bank = createBank(createVirtualClock(0));
    const hold = bank.authorize(order);
    bank.void(hold);
    refused('already_voided', () => bank.capture(hold, 1n));
    refused('already_voided', () => bank.void(hold));
    expect(bank.totals('USD').held).toBe(0n);
  });

  it('never refunds more than was taken, and only what was taken', () => {
    const bank = createBank(createVirtualClock(0));
    const charge = bank.charge(order);
    bank.refund(charge, 600n);
    refused('over_refund', () => bank.refund(charge, 401n));
    refused('over_refund', () => bank.refund(bank.authorize(order), 1n));
    refused('nothing_held', () => bank.capture(charge, 1n));
    refused('invalid_amount', () => bank.refund(charge, 0n));
    refused('unknown_payment', () => bank.refund('payment-9999', 1n));
    expect(bank.totals('USD').net).toBe(400n);
  });

  it('keeps an append-only ledger per currency that callers cannot change', () => {
    const bank = createBank(createVirtualClock(7));
    bank.payout({ ...order, currency: 'JPY' });
    const [entry] = bank.entries;
    expect(entry).toMatchObject({
      sequence: 1,
      at: 7,
      kind: 'payout',
      reference: 'order-1',
      currency: 'JPY',
    });
    expect(Object.isFrozen(entry)).toBe(true);
    expect(bank.totals('USD').paidOut).toBe(0n);
    expect(bank.totals('JPY').paidOut).toBe(1000n);
  });
});

describe('the virtual clock', () => {
  it('runs due tasks in order, including those scheduled by them, and not one more', async () => {
    const clock = createVirtualClock(100);
    const ran: string[] = [];
    const note = (name: string) => () => void ran.push(`${name}@${clock.now()}`);
    clock.schedule(20, note('late'));
    clock.schedule(10, () => {
      note('first')();
      clock.schedule(5, note('nested'));
    });
    clock.schedule(10, note('second'));
    clock.schedule(15, note('cancelled')).cancel();
    clock.schedule(21, note('after'));
    await clock.advance(20);
    expect(ran).toEqual(['first@110', 'second@110', 'nested@115', 'late@120']);
    expect(clock.now()).toBe(120);
    expect(clock.waiting).toBe(1);
  });
});

describe('the seeded random', () => {
  it('repeats itself from the same seed and differs for another', () => {
    const draw = (seed: number): string => {
      const random = createRandom(seed);
      return [random.identifier(16), random.uuid(), random.integer(1000)].join();
    };
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
    expect(createRandom(3).uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('exact JSON', () => {
  it('carries numbers digit by digit', () => {
    const source = '{"amount":100.10,"big":90071992547409931.005,"list":[1,null]}';
    expect(JSON.stringify(parseExactJson(source))).toBe(source);
    expect(() => new ExactNumber('1,5')).toThrow(TypeError);
  });
});

describe('the courier', () => {
  const message = (id: string): WebhookMessage => ({
    url: 'https://merchant.test/',
    headers: { id },
    body: noBody,
  });

  const setup = (statuses: number[]): { clock: VirtualClock; courier: Courier; got: string[] } => {
    const clock = createVirtualClock(0);
    const got: string[] = [];
    const courier = createCourier({
      clock,
      policy: {
        accepts: (status) => status === 200,
        delayAfter: (attempts) => (attempts < 3 ? attempts * 1000 : undefined),
      },
      deliver: async (_url, { headers }) => {
        got.push(headers['id'] ?? '');
        return empty(statuses.shift() ?? 200);
      },
    });
    return { clock, courier, got };
  };

  it('tries again by its policy until accepted, and then stops', async () => {
    const { clock, courier } = setup([500, 202]);
    courier.send(message('a'));
    await courier.idle();
    await clock.advance(3000);
    await courier.idle();
    expect(courier.log.map(({ at, outcome, attempt }) => [at, outcome, attempt])).toEqual([
      [0, 'refused', 1],
      [1000, 'refused', 2],
      [3000, 'accepted', 3],
    ]);
    expect(clock.waiting).toBe(0);
  });

  it('gives up when the policy does', async () => {
    const { clock, courier } = setup([500, 500, 500]);
    courier.send(message('a'));
    await clock.advance(1_000_000);
    expect(courier.log).toHaveLength(3);
  });

  it('holds, reorders, duplicates and drops on request', async () => {
    const { courier, got } = setup([]);
    courier.hold();
    courier.send(message('a'));
    courier.send(message('b'));
    expect(courier.held).toHaveLength(2);
    courier.release((held) => held.toReversed());
    courier.duplicateNext();
    courier.send(message('c'));
    courier.dropNext();
    courier.send(message('d'));
    await courier.idle();
    expect(got).toEqual(['b', 'a', 'c', 'c']);
    expect(courier.log.filter(({ outcome }) => outcome === 'dropped')).toHaveLength(1);
  });
});
