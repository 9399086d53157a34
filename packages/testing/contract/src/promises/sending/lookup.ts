import { strict as assert } from 'node:assert';
import { askLookup } from '../../deed/ask.ts';
import { paid, payingBy } from '../../deed/payment.ts';
import { assertDucatError } from '../../deed/shape.ts';
import { faultsAfter, faultsBefore } from '../../network/faults.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';

/** A failed lookup must not pass for the proof that nothing was charged. */
export const disturbedLookup: readonly ContractPromise[] = [
  {
    group: 'sending',
    name: 'a lookup without a readable answer has failed: it neither finds nor misses the payment (defect 45)',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const { providerReference, reference } = await paid(stage);
      const operation = payingBy(stage.provider);
      const known = stage.provider.limits.lookupByReference.includes(operation) ? [{ reference }] : [];
      for (const by of [{ providerReference }, ...known]) {
        for (const fault of [...faultsBefore, ...faultsAfter]) {
          stage.front.plan(fault);
          const result = await askLookup(stage.provider, { operation, ...by });
          assert(result.status === 'failed', `${fault.name}: ${result.status}`);
          assert.equal(assertDucatError(result.error).effect, 'none', `${fault.name}: asking moves nothing`);
        }
      }
    },
  },
];
