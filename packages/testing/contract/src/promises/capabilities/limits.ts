import type { Operation, ProviderLimits } from '@ducat/core';
import { isCurrencyCode, supports } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { operations } from '../../deed/operations.ts';
import type { ContractPromise } from '../../promise.ts';

const group = 'capabilities';

const operationNames: readonly Operation[] = operations.map(({ operation }) => operation);

/** Limits are what routing and repeating rely on without asking. */
export const limits: readonly ContractPromise[] = [
  {
    group,
    name: 'limits say of every operation there is how a repeat is kept from acting twice, and of no other',
    ports: [],
    abilities: [],
    async keep({ provider }) {
      const { repeat } = provider.limits;
      for (const operation of operationNames) {
        const said = repeat[operation];
        const message = `limits.repeat.${operation} is ${said}`;
        if (supports(provider, operation)) assert(['replayed', 'refused', 'by_state'].includes(said ?? ''), message);
        else assert.equal(said, undefined, `${message}, and there is no such port`);
      }
      const isReplayed = Object.values(repeat).includes('replayed');
      const window = provider.limits.replayWindowMilliseconds;
      if (isReplayed) assert(isDuration(window) && window > 0, 'what is replayed is so for a stated time');
      else assert.equal(window, undefined, 'nothing is replayed, so there is no window');
      await Promise.resolve();
    },
  },
  {
    group,
    name: 'limits name currencies, times and lookups that can be',
    ports: [],
    abilities: [],
    async keep({ provider }) {
      const { currencies, lookupHorizonMilliseconds, lookupByReference, actions } = provider.limits;
      if (currencies !== 'any') {
        assert(currencies.length > 0 && currencies.every(isCurrencyCode), 'currencies are ISO 4217 codes');
        assert.equal(new Set(currencies).size, currencies.length, 'each once');
      }
      assert(isDuration(lookupHorizonMilliseconds), 'the horizon is a time');
      for (const operation of lookupByReference) {
        assert(operationNames.includes(operation), `there is no operation ${operation}`);
        assert(supports(provider, operation, 'lookup'), `${operation} cannot be looked up without the ports for it`);
      }
      assert(actions.every((action) => ['redirect', 'form_post', 'wait'].includes(action)));
      if (supports(provider, 'challenge')) assert(actions.length > 0, 'a challenge comes as some action');
      await Promise.resolve();
    },
  },
  {
    group,
    name: 'limits are data: they can be written down, and two providers of one configuration have the same',
    ports: [],
    abilities: [],
    async keep(stage) {
      const own: ProviderLimits = stage.provider.limits;
      assert.deepEqual(JSON.parse(JSON.stringify(own)), own);
      assert.deepEqual(stage.create().limits, own);
      await Promise.resolve();
    },
  },
];

function isDuration(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0;
}
