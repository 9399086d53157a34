import { strict as assert } from 'node:assert';
import { paid, pay, payingBy } from '../../deed/payment.ts';
import { requireNothingSent } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { anotherId } from '../amounts.ts';
import { newestOf, referenceOf, waysTo } from './finding.ts';

const group = 'lookup';

export const foundPayments: readonly ContractPromise[] = [
  {
    group,
    name: 'a payment is found by the provider’s id and by its own reference, and is what the bank did',
    ports: [paying, 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const outcome = await paid(stage);
      for (const request of waysTo(stage, payingBy(stage.provider), outcome)) {
        const { operation, outcome: found, amount } = newestOf(await stage.provider.lookup(request));
        assert.equal(operation, payingBy(stage.provider));
        assert.equal(found.status, 'approved');
        assert.equal(found.reference, referenceOf(outcome));
        assert.equal(found.providerReference, outcome.providerReference);
        assert.equal((amount ?? found.amount).toString(), '12.34 USD');
        assert.equal(found.amount.minorUnits, stage.movements(referenceOf(outcome))[0]?.amount);
      }
    },
  },
  {
    group,
    name: 'what the provider does not have is not found, by an id and by a reference',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const outcome = await paid(stage);
      const providerReference = anotherId(outcome.providerReference);
      for (const request of waysTo(stage, payingBy(stage.provider), {
        ...outcome,
        providerReference,
        ...stage.attempt(),
      })) {
        assert.equal((await stage.provider.lookup(request)).status, 'not_found');
      }
    },
  },
  {
    group,
    name: 'a payment that was declined is found as declined or not at all, never as anything else',
    ports: [paying, 'lookup'],
    abilities: ['cards.declined'],
    async keep(stage) {
      const context = stage.attempt();
      const outcome = await pay(stage, '12.34', 'declined', context);
      assert.equal(outcome.status, 'declined');
      const { providerReference } = outcome;
      const isByReference = stage.provider.limits.lookupByReference.includes(payingBy(stage.provider));
      const ways = [
        ...(providerReference === undefined ? [] : [{ providerReference }]),
        ...(isByReference ? [{ reference: context.reference }] : []),
      ];
      for (const way of ways) {
        const result = await stage.provider.lookup({ operation: payingBy(stage.provider), ...way });
        if (result.status === 'not_found') continue;
        assert.equal(newestOf(result).outcome.status, 'declined');
      }
    },
  },
  {
    group,
    name: 'a payment that the provider has not finished is found as pending',
    ports: [paying, 'lookup'],
    abilities: ['cards.pending'],
    async keep(stage) {
      const outcome = await pay(stage, '12.34', 'pending');
      assert.equal(outcome.status, 'pending');
      const { providerReference } = outcome;
      const result = await stage.provider.lookup({ operation: payingBy(stage.provider), providerReference });
      assert.equal(newestOf(result).outcome.status, 'pending');
    },
  },
  {
    group,
    name: 'a lookup moves nothing, however often it is made',
    ports: [paying, 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const outcome = await paid(stage);
      const before = stage.world.ledger?.().length;
      for (let look = 0; look < 3; look += 1) {
        for (const request of waysTo(stage, payingBy(stage.provider), outcome)) await stage.provider.lookup(request);
      }
      assert.equal(stage.world.ledger?.().length, before);
    },
  },
  {
    group,
    name: 'a lookup of nothing, or of an id that cannot be one, is refused before anything is sent',
    ports: ['lookup'],
    abilities: [],
    async keep(stage) {
      await requireNothingSent(stage, () => stage.provider.lookup({ operation: 'charge' }));
      for (const wrong of ['', '..', 'a/b', 'a?b', 'a;b', 'a b', '%2e%2e', 'x'.repeat(1000)]) {
        await requireNothingSent(stage, () => stage.provider.lookup({ operation: 'charge', providerReference: wrong }));
        await requireNothingSent(stage, () => stage.provider.lookup({ operation: 'charge', reference: wrong }));
      }
    },
  },
];
