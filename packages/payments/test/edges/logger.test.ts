import { Card } from '@ducat/core';
import type { CardToken, Journal } from '@ducat/core';
import { cards } from '@ducat/paymega/simulator';
import { describe, expect, test } from 'vitest';
import type { Logger } from '../../src/index.ts';
import { openWorld, order } from '../world/world.ts';
import { journalWith } from './journal-with.ts';
import { memoryLogger } from './log-lines.ts';

const key = { key: 'order-1' };

function eventsOf(lines: readonly Record<string, unknown>[]): unknown[] {
  return lines.map(({ event }) => event);
}

describe('an operator is told', () => {
  test('that a journal failed, by its method and with the cause', async () => {
    const world = openWorld();
    const { logger, lines } = memoryLogger();
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const journal = journalWith(world.journal, { append: () => Promise.reject(full) });
    await expect(world.open({ journal, logger }).charge(order(), key)).rejects.toMatchObject({
      code: 'journal_failed',
    });
    expect(lines()[0]).toMatchObject({
      level: 50,
      event: 'journal_failed',
      method: 'append',
      error: { code: 'ENOSPC', message: 'no space left on device' },
    });
  });

  test('of a payment that recovery could not look at, and what for', async () => {
    const world = openWorld(['paycross', 'paymega']);
    const { logger, lines } = memoryLogger();
    let isDown = false;
    const read: Journal['read'] = (payment) =>
      isDown ? Promise.reject(new Error('gone')) : world.journal.read(payment);
    const journal = journalWith(world.journal, { read });
    const payments = world.open({ recovery: {}, logger, journal, limits: { operationMilliseconds: 1000 } });
    world.paycross.transport.next('response_lost');
    const running = payments.charge(order(), key);
    await world.clock.advance(1000);
    expect((await running).status).toBe('unknown');
    isDown = true;
    await world.clock.advance(60_000);
    expect(lines()).toContainEqual(
      expect.objectContaining({ event: 'recovery_failed', level: 50, payment: 'order-1', error: expect.anything() }),
    );
    await payments.close();
  });

  test('of a subscriber that does not take an event, how often, and when it comes again', async () => {
    const world = openWorld();
    const { logger, lines } = memoryLogger();
    const subscriber = (): never => {
      throw new TypeError('orders is undefined');
    };
    const payments = world.open({ logger, subscribers: [subscriber] });
    await payments.charge(order(), key);
    await world.clock.advance(2000);
    const told = lines().filter(({ event }) => event === 'event_not_delivered');
    expect(told).toMatchObject([
      { level: 40, payment: 'order-1', type: 'payment.approved', id: '1', failures: 1 },
      { failures: 2, error: { name: 'TypeError', message: 'orders is undefined' } },
    ]);
    expect(told[0]?.['nextAt']).toBeGreaterThan(world.clock.now() - 3000);
    await payments.close();
  });

  test('when closing did not wait for everything', async () => {
    const world = openWorld();
    const { logger, lines } = memoryLogger();
    const payments = world.open({ logger, limits: { closeMilliseconds: 5000 } });
    world.paymega.transport.beforeAnswer(() => new Promise(() => undefined));
    payments.charge(order(), key).catch(() => undefined);
    await world.clock.advance(0);
    const closing = payments.close();
    await world.clock.advance(6000);
    await closing;
    expect(eventsOf(lines())).toContain('closed_early');
  });

  test('nothing that can be charged with: neither cards nor tokens nor keys, whatever goes wrong', async () => {
    const world = openWorld(['paycross', 'paymega']);
    const { logger, text } = memoryLogger();
    const canaries = [cards.approved, '737', 'secret-key-1', 'api-key-1', 'sk_test_1'];
    const vault = {
      async save(token: CardToken) {
        const stored = token.toStorage();
        canaries.push(stored);
        throw new Error(`cannot keep ${stored}\n    at ${stored}:1:1`, { cause: new Error(stored) });
      },
    };
    const subscriber = (): never => {
      throw new Error(`cannot tell ${cards.approved} ${cards.approved.replaceAll(/(....)/g, '$1 ')}`);
    };
    const payments = world.open({ logger, vault, subscribers: [subscriber], recovery: {} });
    const { number, ...rest } = { number: cards.approved, expiryMonth: 10, expiryYear: 2035, securityCode: '737' };
    const card = new Card({ number, ...rest });
    const request = order({ source: { kind: 'card', card }, storeCard: { usage: ['oneclick'] } });
    const running = payments.charge(request, key).catch(() => undefined);
    await world.clock.advance(60_000);
    await running;
    await payments
      .charge({ ...request, description: `${number}` } as typeof request, { key: 'order 2' })
      .catch(() => undefined);
    await payments
      .receive('paycross', { headers: { 'content-signature': number }, body: Buffer.from(number) })
      .catch(() => undefined);
    await world.clock.advance(600_000);
    const told = text();
    expect(told).toContain('vault_failed');
    expect(told).toContain('event_not_delivered');
    expect(told).toContain('webhook_forged');
    for (const canary of canaries) expect(told).not.toContain(canary);
    await payments.close();
  });
});

describe('a logger', () => {
  test('that throws stops no payment', async () => {
    const fail = (): never => {
      throw new Error('the disk is full');
    };
    const logger: Logger = { debug: fail, info: fail, warn: fail, error: fail };
    const payments = openWorld(['paycross', 'paymega']).open({ logger });
    expect((await payments.charge(order(), key)).status).toBe('approved');
    const forged = payments.receive('paycross', { headers: {}, body: new Uint8Array() });
    await expect(forged).rejects.toMatchObject({ code: 'invalid_signature' });
  });

  test('may be any object with the four methods, also one that needs its own this', async () => {
    class Lines {
      readonly told: string[] = [];
      debug(details: object, message: string): void {
        this.told.push(`${Object.keys(details).join()} ${message}`);
      }
      info(): void {}
      warn(): void {}
      error(): void {}
    }
    const logger = new Lines();
    await openWorld().open({ logger }).charge(order(), key);
    expect(logger.told).toEqual(['event,result,payment,key,reference an operation is settled']);
  });
});
