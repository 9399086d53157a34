import type { CardToken, ChargeRequest } from '@ducat/core';
import { CardToken as Token } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { requireBalance } from '../../judgement/balance.ts';
import { requireNothingSent, requireRefusal } from '../../judgement/refusal.ts';
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
    ports: ['tokenize', 'charge', 'authorize'],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage);
      const other = stage.create({ id: 'another' });
      const request = unattended(stage, token);
      const error = await requireNothingSent(stage, () => other.charge(request, stage.attempt()));
      assert.equal(error.code, 'invalid_request');
      await requireNothingSent(stage, () => other.authorize(request, stage.attempt()));
    },
  },
  {
    group,
    name: 'a token of one customer is not charged for another',
    ports: ['tokenize', 'charge', 'authorize'],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage);
      const request = { ...unattended(stage, token), customer: { reference: 'customer-2' } };
      await requireNothingSent(stage, () => stage.provider.charge(request, stage.attempt()));
      await requireNothingSent(stage, () => stage.provider.authorize(request, stage.attempt()));
    },
  },
  {
    group,
    name: 'a token that the provider did not issue takes nothing',
    ports: ['charge', 'tokenize'],
    abilities: ['ledger'],
    async keep(stage) {
      const value = '0123456789abcdef0123456789abcdef';
      const token = new Token({ provider: stage.provider.id, value, customerReference: 'customer-1' });
      const context = stage.attempt();
      await requireRefusal(stage.provider.charge(unattended(stage, token), context));
      requireBalance(stage, context.reference, {});
    },
  },
  {
    group,
    name: 'a token is kept as a string and used by another process',
    ports: ['tokenize', 'charge'],
    abilities: ['ledger'],
    async keep(stage) {
      const { token } = await store(stage);
      const kept = JSON.stringify({ card: token.toStorage() });
      const { card } = JSON.parse(kept) as { card: string };
      const other = stage.create();
      const context = stage.attempt();
      approved(await other.charge(unattended(stage, Token.fromStorage(card)), context));
      requireBalance(stage, context.reference, { taken: 1234n });
    },
  },
];
