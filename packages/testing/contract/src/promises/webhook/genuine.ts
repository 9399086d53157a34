import type { WebhookEvent } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { pay } from '../../deed/payment.ts';
import type { LedgerEntry } from '../../harness/ledger.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { usd } from '../amounts.ts';
import { newsOfPayment, received, signingHeaders } from './received.ts';

const group = 'webhook';

const movements: Readonly<Record<string, LedgerEntry['kind']>> = {
  charge: 'charge',
  authorize: 'authorize',
  capture: 'capture',
  void: 'void',
  refund: 'refund',
  payout: 'payout',
};

/** Reads every webhook so far; each has to be accepted, and what it calls approved has to stand in the books. */
async function trueEvents(stage: Stage): Promise<readonly WebhookEvent[]> {
  const events: WebhookEvent[] = [];
  for (const request of await received(stage)) {
    const event = await stage.provider.webhook(request);
    events.push(event);
    assert.equal(event.provider, stage.provider.id);
    const { operation, outcome } = event.transaction;
    if (outcome.status !== 'approved') continue;
    const kind = movements[operation];
    const moved = (stage.world.ledger?.() ?? []).filter((entry) => entry.kind === kind);
    const { minorUnits, currency } = outcome.amount;
    const isTrue = moved.some((entry) => entry.amount === minorUnits && entry.currency === currency);
    assert(isTrue, `a webhook tells of a ${operation} of ${outcome.amount.toString()}, the books do not`);
  }
  return events;
}

export const genuineWebhooks: readonly ContractPromise[] = [
  {
    group,
    name: 'a genuine webhook is accepted and says what the bank did',
    ports: [paying, 'webhook'],
    abilities: ['ledger', 'webhooks'],
    async keep(stage) {
      const { event, outcome } = await newsOfPayment(stage);
      const { transaction } = event;
      assert.equal(approved(transaction.outcome as typeof outcome).amount.toString(), '12.34 USD');
      assert.equal(transaction.amount?.toString(), '12.34 USD');
      assert.equal(transaction.outcome.reference, outcome.reference);
      await trueEvents(stage);
    },
  },
  {
    group,
    name: 'a declined payment is never told of as approved',
    ports: [paying, 'webhook'],
    abilities: ['ledger', 'webhooks', 'cards.declined'],
    async keep(stage) {
      await pay(stage, '12.34', 'declined');
      const events = await trueEvents(stage);
      assert(events.every(({ transaction }) => transaction.outcome.status !== 'approved'));
    },
  },
  {
    group,
    name: 'what follows on a hold is told of as it is: held, then captured, then refunded',
    ports: ['authorize', 'capture', 'refund', 'webhook'],
    abilities: ['ledger', 'webhooks'],
    async keep(stage) {
      const isPartial = stage.provider.limits.capture.partial !== 'never';
      const { providerReference: authorization } = await stage.authorize('12.34');
      const held = await trueEvents(stage);
      assert(
        held.some(
          ({ transaction: { operation, outcome } }) => operation === 'authorize' && outcome.status === 'approved',
        ),
      );
      assert(
        held.every(({ transaction: { operation } }) => operation === 'authorize'),
        'held, and told of as more',
      );
      const amount = usd(isPartial ? '10.00' : '12.34');
      const capture = approved(await stage.provider.capture({ authorization, amount }, stage.attempt()));
      const payment = capture.providerReference;
      await trueEvents(stage);
      await stage.provider
        .refund({ payment, amount: usd('4.00'), reason: 'Too small' }, stage.attempt())
        .catch(() => undefined);
      await trueEvents(stage);
    },
  },
  {
    group,
    name: 'a hold that was released is not told of as taken',
    ports: ['authorize', 'void', 'webhook'],
    abilities: ['ledger', 'webhooks'],
    async keep(stage) {
      const { providerReference: authorization } = await stage.authorize('12.34');
      approved(await stage.provider.void({ authorization, amount: usd('12.34') }, stage.attempt()));
      for (const { transaction } of await trueEvents(stage)) {
        assert(transaction.operation !== 'capture' && transaction.operation !== 'charge', transaction.operation);
      }
    },
  },
  {
    group,
    name: 'the letter case of header names is of no account',
    ports: [paying, 'webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request, event } = await newsOfPayment(stage);
      const title = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
      for (const spell of [title, (name: string) => name.toUpperCase(), (name: string) => name.toLowerCase()]) {
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [spell(name), value]),
        );
        assert.deepEqual(await stage.provider.webhook({ ...request, headers }), event);
      }
      const others = { host: 'shop.example', 'x-forwarded-for': ['203.0.113.1', '203.0.113.2'], cookie: undefined };
      assert.deepEqual(await stage.provider.webhook({ ...request, headers: { ...others, ...request.headers } }), event);
    },
  },
  {
    group,
    name: 'a header that holds the signature as the only one of a list is understood',
    ports: [paying, 'webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request, event } = await newsOfPayment(stage);
      for (const name of await signingHeaders(stage, request)) {
        const value = request.headers[name];
        const headers = { ...request.headers, [name]: [value].flat() as string[] };
        assert.deepEqual(await stage.provider.webhook({ ...request, headers }), event);
      }
    },
  },
  {
    group,
    name: 'a webhook is read without asking anybody: no request is sent',
    ports: [paying, 'webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const before = stage.front.seen.length;
      for (const each of await received(stage)) await stage.provider.webhook(each);
      await stage.provider.webhook({ ...request, body: Buffer.from('{}') }).catch(() => undefined);
      assert.equal(stage.front.seen.length, before);
    },
  },
];
