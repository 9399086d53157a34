import type { WebhookEvent } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { otherCurrency } from '../amounts.ts';
import type { Leaf } from '../../json-leaves.ts';
import { leavesOf, withLeaves } from '../../json-leaves.ts';
import { newsOfPayment, signed } from './received.ts';

const group = 'webhook';

/** The webhook of a charge of 12.34 USD, as a document that can be changed and signed again. */
async function charged(stage: Stage): Promise<{ readonly document: unknown; readonly leaves: readonly Leaf[] }> {
  const { request } = await newsOfPayment(stage, '12.34');
  const document: unknown = JSON.parse(Buffer.from(request.body).toString('utf8'));
  return { document, leaves: leavesOf(document) };
}

/** What the provider says when it sends this document; `undefined` where it cannot be understood. */
async function read(stage: Stage, document: unknown): Promise<WebhookEvent | undefined> {
  try {
    return await stage.provider.webhook(signed(stage, JSON.stringify(document)));
  } catch (error) {
    assert(DucatError.is(error), 'a foreign error');
    return undefined;
  }
}

/** Every way in which providers write 12.34, and 0.05 in the same way. */
function isAmount(value: unknown): boolean {
  return value === 12.34 || value === 1234 || value === '12.34' || value === '1234';
}

function cheap(value: unknown): unknown {
  if (value === 12.34) return 0.05;
  if (value === 1234) return 5;
  return value === '12.34' ? '0.05' : '5';
}

export const webhookValues: readonly ContractPromise[] = [
  {
    group,
    name: 'a webhook of another amount is delivered with that amount, so that it can be compared (defects 25, 27)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { document, leaves } = await charged(stage);
      const amounts = leaves.filter(({ value }) => isAmount(value));
      assert(amounts.length > 0, 'the webhook names no amount');
      const changed = amounts.reduce((all, { path, value }) => withLeaves(all, [path], cheap(value)), document);
      const event = await read(stage, changed);
      assert.equal(event?.transaction.amount?.toString(), '0.05 USD');
      const { outcome } = event.transaction;
      if (outcome.status === 'approved') assert.equal(outcome.amount.toString(), '0.05 USD');
    },
  },
  {
    group,
    name: 'a webhook in another currency is delivered with that currency (defect 27)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { document, leaves } = await charged(stage);
      const currencies = leaves.filter(({ value }) => value === 'USD' || value === 'usd');
      assert(currencies.length > 0, 'the webhook names no currency');
      const inCurrency = (code: string): unknown =>
        currencies.reduce(
          (all, { path, value }) => withLeaves(all, [path], value === 'usd' ? code.toLowerCase() : code),
          document,
        );
      const other = otherCurrency(stage);
      const event = await read(stage, inCurrency(other));
      assert.equal(event?.transaction.amount?.toString(), `12.34 ${other}`);
      assert.equal(await read(stage, inCurrency('XXX')), undefined, 'a currency that is none was taken for one');
    },
  },
  {
    group,
    name: 'an approval without an amount is not delivered as one',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { document, leaves } = await charged(stage);
      const paths = leaves.filter(({ value }) => isAmount(value)).map(({ path }) => path);
      for (const value of [null, '', 'much', -5, {}]) {
        const event = await read(stage, withLeaves(document, paths, value));
        assert.notEqual(event?.transaction.outcome.status, 'approved', JSON.stringify(value));
      }
    },
  },
  {
    group,
    name: 'a webhook with a status word that nobody knows is pending, with the word kept, and no error (defect 48)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { document, leaves } = await charged(stage);
      const word = 'quantum_settled';
      const unmapped: string[] = [];
      for (const { path } of leaves.filter(({ value }) => typeof value === 'string')) {
        const outcome = (await read(stage, withLeaves(document, [path], word)))?.transaction.outcome;
        if (outcome?.status !== 'pending' || outcome.reason !== 'unmapped_status') continue;
        assert(Object.values(outcome.raw).includes(word), `${path.join('.')}: the word was not kept`);
        unmapped.push(path.join('.'));
      }
      assert.equal(unmapped.length, 1, `the status is one word, not ${unmapped.length}: ${unmapped.join(', ')}`);
    },
  },
];
