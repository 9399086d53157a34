import type { LookupResult, Operation } from '@ducat/core';
import { supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { paid, payingBy, take } from '../../deed/payment.ts';
import { paying, taking } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';
import { approved } from '../../stage.ts';
import { usd } from '../amounts.ts';
import { hold } from '../two-steps/hold.ts';
import { newestOf, waysTo } from './finding.ts';

const group = 'lookup';

/** Those that the provider has: others it may refuse to look up. */
function own(stage: Stage, ...operations: readonly Operation[]): readonly Operation[] {
  return operations.filter((operation) => supports(stage.provider, operation));
}

/** Whether the answer says that the operation was done. */
function saysDone(result: LookupResult, operation: Operation): boolean {
  if (result.status !== 'found') return false;
  return result.transactions.some((record) => record.operation === operation && record.outcome.status === 'approved');
}

export const lookupsOfOperations: readonly ContractPromise[] = [
  {
    group,
    name: 'every operation that limits.lookupByReference names can be asked for by a reference',
    ports: ['lookup'],
    abilities: [],
    async keep(stage) {
      for (const operation of stage.provider.limits.lookupByReference) {
        const { status } = await stage.provider.lookup({ operation, ...stage.attempt() });
        assert.equal(status, 'not_found', operation);
      }
    },
  },
  {
    group,
    name: 'a hold is found as a hold, and never as captured, voided or refunded while it is none of these',
    ports: ['authorize', 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const outcome = await stage.authorize('12.34');
      const { providerReference } = outcome;
      for (const request of waysTo(stage, 'authorize', outcome)) {
        const { operation, outcome: found } = newestOf(await stage.provider.lookup(request));
        assert.equal(operation, 'authorize');
        assert.equal(approved(found).amount.toString(), '12.34 USD');
      }
      for (const operation of own(stage, 'capture', 'void', 'refund', 'charge')) {
        assert(!saysDone(await stage.provider.lookup({ operation, providerReference }), operation), operation);
      }
    },
  },
  {
    group,
    name: 'a payment is never found as refunded before it is',
    ports: [paying, 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const { providerReference } = await paid(stage);
      const others = own(stage, 'refund', 'void', 'capture', 'charge', 'authorize');
      for (const operation of others.filter((other) => other !== payingBy(stage.provider))) {
        assert(!saysDone(await stage.provider.lookup({ operation, providerReference }), operation), operation);
      }
    },
  },
  {
    group,
    name: 'a capture is found by its id with the amount that was taken',
    ports: ['authorize', 'capture', 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const isPartial = stage.provider.limits.capture.partial !== 'never';
      const amount = usd(isPartial ? '5.00' : '12.34');
      const { reference, authorization } = await hold(stage, '12.34');
      const outcome = approved(await stage.provider.capture({ authorization, amount }, stage.attempt()));
      const { providerReference } = outcome;
      const found = newestOf(await stage.provider.lookup({ operation: 'capture', providerReference }));
      assert.equal(found.operation, 'capture');
      assert.equal(approved(found.outcome).amount.toString(), amount.toString());
      assert.equal(stage.movements(reference, 'capture')[0]?.amount, amount.minorUnits);
    },
  },
  {
    group,
    name: 'a void is found by its id',
    ports: ['authorize', 'void', 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const { authorization } = await hold(stage, '12.34');
      const outcome = approved(await stage.provider.void({ authorization, amount: usd('12.34') }, stage.attempt()));
      const { providerReference } = outcome;
      const found = newestOf(await stage.provider.lookup({ operation: 'void', providerReference }));
      assert.equal(found.operation, 'void');
      assert.equal(found.outcome.status, 'approved');
      assert(!saysDone(await stage.provider.lookup({ operation: 'capture', providerReference }), 'capture'));
    },
  },
  {
    group,
    name: 'a refund is found by its id, with its amount and not with another',
    ports: [taking, 'refund', 'lookup'],
    abilities: ['ledger'],
    async keep(stage) {
      const { payment } = await take(stage);
      const amount = usd(stage.provider.limits.refund.partial ? '5.00' : '12.34');
      const outcome = approved(await stage.provider.refund({ payment, amount, reason: 'Too small' }, stage.attempt()));
      const { providerReference } = outcome;
      const found = newestOf(await stage.provider.lookup({ operation: 'refund', providerReference }));
      assert.equal(found.operation, 'refund');
      assert.equal(approved(found.outcome).amount.toString(), amount.toString());
    },
  },
];
