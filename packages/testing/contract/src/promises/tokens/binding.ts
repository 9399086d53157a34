import type { CardToken, ChargeRequest } from '@ducat/core';
import { CardToken as Token, supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paidBalance, payFor } from '../../deed/payment.ts';
import { requireBalance } from '../../judgement/balance.ts';
import { requireNothingSent, requireRefusal } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { store } from './store.ts';

const group = 'tokens';

/** A payment that the merchant makes with a stored card while the shopper is away. */
export function unattended(stage: Stage, token: CardToken, amount = '12.34'): ChargeRequest {
  const { amount: money, description } = stage.order(amount);
  return { amount: money, description, source: { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } };
}

/** The ports by which a payment can be made. */
function paymentsBy({ provider }: Stage): readonly ('charge' | 'authorize')[] {
  return (['charge', 'authorize'] as const).filter((port) => supports(provider, port));
}

export const tokenBinding: readonly ContractPromise[] = [
  {
    group,
    name: 'a token names the provider that issued it and the customer it belongs to',
    ports: ['tokenize'],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage);
      assert.equal(token.provider, stage.provider.id);
      assert.equal(token.customerReference, 'customer-1');
    },
  },
  {
    group,
    name: 'a token of another provider is refused before anything is sent',
    ports: ['tokenize', paying],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage);
      const other = stage.create({ id: 'another' });
      const request = unattended(stage, token);
      for (const pay of paymentsBy(stage)) {
        const error = await requireNothingSent(stage, () => other[pay](request, stage.attempt()));
        assert.equal(error.code, 'invalid_request');
      }
    },
  },
  {
    group,
    name: 'a token of one customer is not charged for another',
    ports: ['tokenize', paying],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage);
      const request = { ...unattended(stage, token), customer: { reference: 'customer-2' } };
      for (const pay of paymentsBy(stage)) {
        await requireNothingSent(stage, () => stage.provider[pay](request, stage.attempt()));
      }
    },
  },
  {
    group,
    name: 'a token that the provider did not issue takes nothing',
    ports: ['tokenize', paying],
    abilities: ['ledger'],
    async keep(stage) {
      const value = '0123456789abcdef0123456789abcdef';
      const token = new Token({ provider: stage.provider.id, value, customerReference: 'customer-1' });
      const context = stage.attempt();
      await requireRefusal(payFor(stage, unattended(stage, token), context));
      requireBalance(stage, context.reference, {});
    },
  },
  {
    group,
    name: 'a token is kept as a string and used by another process',
    ports: ['tokenize', paying],
    abilities: ['ledger'],
    async keep(stage) {
      const { token } = await store(stage);
      const kept = JSON.stringify({ card: token.toStorage() });
      const { card } = JSON.parse(kept) as { card: string };
      const other = stage.create();
      const context = stage.attempt();
      approved(await payFor(stage, unattended(stage, Token.fromStorage(card)), context, other));
      requireBalance(stage, context.reference, paidBalance(stage, 1234n));
    },
  },
];
