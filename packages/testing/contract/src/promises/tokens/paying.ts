import { strict as assert } from 'node:assert';
import { paidBalance, payFor, payingBy } from '../../deed/payment.ts';
import { requireBalance, timesOf } from '../../judgement/balance.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { approved } from '../../stage.ts';
import { unattended } from './binding.ts';
import { store } from './store.ts';

const group = 'tokens';

export const tokenPayments: readonly ContractPromise[] = [
  {
    group,
    name: 'a stored card is charged by the merchant alone, without a shopper, as often as the merchant says',
    ports: ['tokenize', paying],
    abilities: ['ledger'],
    async keep(stage) {
      const { token } = await store(stage);
      for (const [amount, minorUnits] of [
        ['12.34', 1234n],
        ['5.67', 567n],
      ] as const) {
        const context = stage.attempt();
        const outcome = approved(await payFor(stage, unattended(stage, token, amount), context));
        assert.equal(outcome.amount.toString(), `${amount} USD`);
        requireBalance(stage, context.reference, paidBalance(stage, minorUnits));
      }
    },
  },
  {
    group,
    name: 'a payment with a stored card that is repeated with the same reference is made once',
    ports: ['tokenize', paying],
    abilities: ['ledger'],
    async keep(stage) {
      const { token } = await store(stage);
      const context = stage.attempt();
      const request = unattended(stage, token);
      approved(await payFor(stage, request, context));
      const before = timesOf(stage, payingBy(stage.provider));
      approved(await payFor(stage, request, context));
      requireBalance(stage, context.reference, paidBalance(stage, 1234n));
      assert.equal(timesOf(stage, payingBy(stage.provider)), before);
    },
  },
  {
    group,
    name: 'an amount is held on a stored card and nothing is taken',
    ports: ['tokenize', 'authorize'],
    abilities: ['ledger'],
    async keep(stage) {
      const { token } = await store(stage);
      const context = stage.attempt();
      approved(await stage.provider.authorize(unattended(stage, token), context));
      requireBalance(stage, context.reference, { held: 1234n });
    },
  },
  {
    group,
    name: 'a payment with a stored card issues no other token than its own',
    ports: ['tokenize', paying],
    abilities: [],
    async keep(stage) {
      const { token } = await store(stage);
      const outcome = approved(await payFor(stage, unattended(stage, token), stage.attempt()));
      assert(outcome.token === undefined || outcome.token.value.equals(token.value));
    },
  },
];
