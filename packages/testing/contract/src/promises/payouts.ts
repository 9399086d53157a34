import type { CardToken, CurrencyCode, PayoutRequest } from '@ducat/core';
import { Money } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { balanceOf, requireBalance, requireEmptyLedger, timesOf } from '../judgement/balance.ts';
import { requireNothingSent } from '../judgement/refusal.ts';
import { faultsAfter } from '../network/faults.ts';
import type { ContractPromise } from '../promise.ts';
import type { Stage } from '../stage.ts';
import { approved } from '../stage.ts';
import { store } from './tokens/store.ts';

const group = 'payouts';

function payoutTo(
  destination: PayoutRequest['destination'],
  amount: string,
  currency: CurrencyCode = 'USD',
): PayoutRequest {
  const recipient = { reference: 'customer-1', name: 'Jane Doe', email: 'jane@example.com' };
  return { amount: Money.parse(amount, currency), destination, description: 'What the hat sold for', recipient };
}

function toCard(stage: Stage, amount: string): PayoutRequest {
  return payoutTo({ kind: 'card', card: stage.card() }, amount);
}

function toToken(token: CardToken, amount: string): PayoutRequest {
  return payoutTo({ kind: 'token', token, usage: 'credit', initiator: 'merchant' }, amount);
}

/** Money that is sent to a card. */
export const payouts: readonly ContractPromise[] = [
  {
    group,
    name: 'a payout to a card sends exactly the amount and takes nothing',
    ports: ['payout'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const outcome = approved(await stage.provider.payout(toCard(stage, '12.34'), context));
      assert.equal(outcome.amount.toString(), '12.34 USD');
      assert.equal(outcome.reference, context.reference);
      requireBalance(stage, context.reference, { paidOut: 1234n });
    },
  },
  {
    group,
    name: 'a payout that is declined sends nothing',
    ports: ['payout'],
    abilities: ['ledger', 'cards.declined'],
    async keep(stage) {
      const destination = { kind: 'card', card: stage.card('declined') } as const;
      const outcome = await stage.provider.payout(payoutTo(destination, '12.34'), stage.attempt());
      assert.equal(outcome.status, 'declined');
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'a payout that is repeated with the same reference is sent once',
    ports: ['payout'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const request = toCard(stage, '12.34');
      approved(await stage.provider.payout(request, context));
      approved(await stage.provider.payout(request, context));
      const others = await Promise.all([1, 2, 3].map(() => stage.create().payout(request, context)));
      for (const { status } of others) assert(['approved', 'pending', 'unknown'].includes(status), status);
      requireBalance(stage, context.reference, { paidOut: 1234n });
      assert.equal(timesOf(stage, 'payout'), 1);
    },
  },
  {
    group,
    name: 'a payout whose answer was lost is sent once however often it is repeated, and is never said to be undone',
    ports: ['payout'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const request = toCard(stage, '12.34');
      for (const fault of faultsAfter) {
        stage.front.plan(fault);
        const { status } = await stage.provider.payout(request, context);
        assert(['approved', 'pending', 'unknown'].includes(status), `${fault.name}: ${status}`);
        assert.equal(balanceOf(stage, context.reference).paidOut, 1234n, fault.name);
        assert.equal(timesOf(stage, 'payout'), 1, fault.name);
      }
    },
  },
  {
    group,
    name: 'a payout to a stored card sends exactly the amount',
    ports: ['payout', 'tokenize'],
    abilities: ['ledger'],
    async keep(stage) {
      const { token } = await store(stage, ['credit']);
      const context = stage.attempt();
      const outcome = approved(await stage.provider.payout(toToken(token, '5.67'), context));
      assert.equal(outcome.amount.toString(), '5.67 USD');
      requireBalance(stage, context.reference, { paidOut: 567n });
    },
  },
  {
    group,
    name: 'a payout to a card that another provider stored is refused before anything is sent',
    ports: ['payout', 'tokenize'],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage, ['credit']);
      const other = stage.create({ id: 'another' });
      await requireNothingSent(stage, () => other.payout(toToken(token, '5.67'), stage.attempt()));
    },
  },
  {
    group,
    name: 'a payout to a card of one customer is not sent for another',
    ports: ['payout', 'tokenize'],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage, ['credit']);
      const request = { ...toToken(token, '5.67'), recipient: { reference: 'customer-2' } };
      await requireNothingSent(stage, () => stage.provider.payout(request, stage.attempt()));
    },
  },
  {
    group,
    name: 'a payout is found by what limits.lookupByReference says, with its amount',
    ports: ['payout', 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const { providerReference } = approved(await stage.provider.payout(toCard(stage, '12.34'), context));
      const isByReference = stage.provider.limits.lookupByReference.includes('payout');
      const named = isByReference ? { reference: context.reference } : { providerReference };
      const found = await stage.provider.lookup({ operation: 'payout', ...named });
      if (found.status !== 'found') throw new assert.AssertionError({ message: 'not found', actual: found });
      const [{ operation, outcome, amount }] = found.transactions;
      assert.equal(operation, 'payout');
      assert.equal(outcome.status, 'approved');
      assert.equal(amount?.toString(), '12.34 USD');
    },
  },
  {
    group,
    name: 'a payout is said to be sent when it is, and is pending while the provider has not finished',
    ports: ['payout'],
    abilities: ['ledger', 'cards.pending'],
    async keep(stage) {
      const context = stage.attempt();
      const destination = { kind: 'card', card: stage.card('pending') } as const;
      const { status } = await stage.provider.payout(payoutTo(destination, '12.34'), context);
      assert(status === 'pending' || status === 'approved', status);
      requireBalance(stage, context.reference, status === 'approved' ? { paidOut: 1234n } : {});
    },
  },
];
