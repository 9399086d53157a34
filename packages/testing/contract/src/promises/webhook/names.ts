import type { WebhookEvent } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paid, take } from '../../deed/payment.ts';
import { paying, taking } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { usd } from '../amounts.ts';
import { leavesOf, withLeaves } from '../../json-leaves.ts';
import { newsOfPayment, received, signed } from './received.ts';

const group = 'webhook';

async function readAll(stage: Stage): Promise<readonly WebhookEvent[]> {
  const events: WebhookEvent[] = [];
  for (const request of await received(stage)) events.push(await stage.provider.webhook(request));
  return events;
}

/** What a webhook says, without its name. */
function newsIn({ transaction }: WebhookEvent): string {
  const { operation, outcome, captured, refunded } = transaction;
  const amount = outcome.status === 'approved' ? outcome.amount : transaction.amount;
  return JSON.stringify([outcome.providerReference, operation, outcome.status, amount, captured, refunded]);
}

/** Two webhooks that say different things have different fingerprints. */
function requireDistinct(events: readonly WebhookEvent[]): void {
  for (const [name, own] of Map.groupBy(events, ({ fingerprint }) => fingerprint)) {
    assert.equal(new Set(own.map(newsIn)).size, 1, `the fingerprint ${name} is that of different news`);
  }
}

export const webhookNames: readonly ContractPromise[] = [
  {
    group,
    name: 'a webhook that is delivered again has the same fingerprint, and says the same to any process',
    ports: [paying, 'webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      await paid(stage);
      const other = stage.create();
      for (const request of await received(stage)) {
        const event = await stage.provider.webhook(request);
        assert.notEqual(event.fingerprint, '');
        assert.deepEqual(await stage.provider.webhook(request), event);
        assert.deepEqual(await other.webhook(request), event);
      }
    },
  },
  {
    group,
    name: 'another state of the same transaction has another fingerprint (defect 35)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { request, event } = await newsOfPayment(stage);
      requireDistinct(await readAll(stage));
      const document: unknown = JSON.parse(Buffer.from(request.body).toString('utf8'));
      const texts = leavesOf(document).filter(({ value }) => typeof value === 'string');
      const others: WebhookEvent[] = [];
      for (const { path } of texts) {
        const body = JSON.stringify(withLeaves(document, [path], 'pending_review'));
        const other = await stage.provider.webhook(signed(stage, body)).catch(() => undefined);
        // Whichever word is the status: with it the same transaction is in another state.
        const isOther = other !== undefined && other.transaction.outcome.status !== event.transaction.outcome.status;
        if (isOther) others.push(other);
      }
      assert(others.length > 0, 'no word of the webhook is a status');
      for (const { fingerprint } of others) assert.notEqual(fingerprint, event.fingerprint);
    },
  },
  {
    group,
    name: 'refunds of one payment have fingerprints of their own (defect 35)',
    ports: [taking, 'refund', 'webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { partial, multiple } = stage.provider.limits.refund;
      const { payment } = await take(stage);
      const reason = 'Too small';
      for (const amount of partial && multiple ? ['2.00', '3.00', '7.34'] : ['12.34']) {
        approved(await stage.provider.refund({ payment, amount: usd(amount), reason }, stage.attempt()));
      }
      requireDistinct(await readAll(stage));
    },
  },
  {
    group,
    name: 'webhooks say the same in whatever order they come',
    ports: [taking, 'refund', 'webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { payment } = await take(stage);
      const request = { payment, amount: usd('12.34'), reason: 'Too small' };
      approved(await stage.provider.refund(request, stage.attempt()));
      const inOrder = await readAll(stage);
      const reversed: WebhookEvent[] = [];
      const other = stage.create();
      for (const each of (await received(stage)).toReversed()) reversed.push(await other.webhook(each));
      assert.deepEqual(reversed.toReversed(), inOrder);
    },
  },
];
