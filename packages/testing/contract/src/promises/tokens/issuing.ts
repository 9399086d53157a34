import type { TokenizeRequest } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paid, paidBalance, payFor, payingBy } from '../../deed/payment.ts';
import { requireBalance, requireEmptyLedger } from '../../judgement/balance.ts';
import { requireNothingSent } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { store } from './store.ts';

const group = 'tokens';

function storing(stage: Stage, meaning?: 'declined'): TokenizeRequest {
  return { ...stage.order('2.50'), source: { kind: 'card', card: stage.card(meaning) }, usage: ['recurring'] };
}

export const tokenIssuing: readonly ContractPromise[] = [
  {
    group,
    name: 'a card is stored without a payment, or not before the request allows one, as limits.tokenize says',
    ports: ['tokenize'],
    abilities: ['ledger'],
    async keep(stage) {
      const request = storing(stage);
      if (stage.provider.limits.tokenize === 'standalone') {
        approved(await stage.provider.tokenize(request, stage.attempt()));
      } else {
        for (const refusing of [request, { ...request, onPayment: 'refuse' } as const]) {
          const error = await requireNothingSent(stage, () => stage.provider.tokenize(refusing, stage.attempt()));
          assert.equal(error.code, 'unsupported');
        }
      }
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'storing a card takes the amount where it needs a payment, and nothing where not',
    ports: ['tokenize'],
    abilities: ['ledger'],
    async keep(stage) {
      const { reference } = await store(stage, ['recurring'], '2.50');
      const needsPayment = stage.provider.limits.tokenize === 'on_payment';
      requireBalance(stage, reference, needsPayment ? { taken: 250n } : {});
    },
  },
  {
    group,
    name: 'a card can be stored for every usage there is, for several at once, and not for none',
    ports: ['tokenize'],
    abilities: [],
    async keep(stage) {
      await store(stage, ['recurring'], '2.51');
      await store(stage, ['oneclick'], '2.52');
      await store(stage, ['credit'], '2.53');
      await store(stage, ['recurring', 'oneclick'], '2.54');
      const none = { ...storing(stage), usage: [], onPayment: 'allow' } as const;
      await requireNothingSent(stage, () => stage.provider.tokenize(none, stage.attempt()));
    },
  },
  {
    group,
    name: 'a card that is declined is not stored, and nothing is taken',
    ports: ['tokenize'],
    abilities: ['ledger', 'cards.declined'],
    async keep(stage) {
      const request = { ...storing(stage, 'declined'), onPayment: 'allow' } as const;
      const outcome = await stage.provider.tokenize(request, stage.attempt());
      assert.equal(outcome.status, 'declined');
      assert(!('token' in outcome));
      requireEmptyLedger(stage);
    },
  },
  {
    group,
    name: 'storing a card again with the same reference takes nothing more',
    ports: ['tokenize'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const request = { ...storing(stage), onPayment: 'allow' } as const;
      approved(await stage.provider.tokenize(request, context));
      const before = stage.world.ledger?.().length;
      approved(await stage.provider.tokenize(request, context));
      assert.equal(stage.world.ledger?.().length, before);
    },
  },
  {
    group,
    name: 'a payment that stores its card brings a token, at once or by a lookup, and one that does not brings none',
    ports: [paying, 'lookup', 'tokenize'],
    abilities: ['ledger'],
    async keep(stage) {
      const context = stage.attempt();
      const source = { kind: 'card', card: stage.card() } as const;
      const request = { ...stage.order('12.34'), source, storeCard: { usage: ['recurring'] } } as const;
      const outcome = approved(await payFor(stage, request, context));
      requireBalance(stage, context.reference, paidBalance(stage, 1234n));
      const { providerReference } = outcome;
      const found = await stage.provider.lookup({ operation: payingBy(stage.provider), providerReference });
      const later = found.status === 'found' ? found.transactions[0].outcome : undefined;
      const token = outcome.token ?? (later?.status === 'approved' ? later.token : undefined);
      assert.equal(token?.provider, stage.provider.id);
      assert.equal((await paid(stage, '5.00')).token, undefined);
    },
  },
];
