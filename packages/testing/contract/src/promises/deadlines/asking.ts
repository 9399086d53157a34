import { strict as assert } from 'node:assert';
import { getEventListeners } from 'node:events';
import { askFor, askLookup } from '../../deed/ask.ts';
import { paid, payingBy } from '../../deed/payment.ts';
import { stalls } from '../../network/faults.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';

const group = 'deadlines';

/** Asking is bounded like ordering, by the machine's clock where no other is given. */
export const asking: readonly ContractPromise[] = [
  {
    group,
    name: 'a lookup ends by its deadline or its cancellation, and has failed then',
    ports: [paying, 'lookup'],
    abilities: [],
    async keep(stage) {
      const { providerReference } = await paid(stage);
      const request = { operation: payingBy(stage.provider), providerReference };
      for (const stall of stalls) {
        stage.front.plan(stall);
        const begin = performance.now();
        const late = await askLookup(stage.provider, request, { deadline: Date.now() + 40 });
        assert(late.status === 'failed', `${stall.name}: failed, not ${late.status}`);
        assert.equal(late.error.code, 'deadline_exceeded');
        assert(performance.now() - begin < 1000, `${stall.name}: it ended at its deadline`);
      }
      const before = stage.front.seen.length;
      const signal = AbortSignal.abort();
      const never = await askLookup(stage.provider, request, { signal });
      assert(never.status === 'failed' && never.error.code === 'canceled');
      const over = await askLookup(stage.provider, request, { deadline: 0 });
      assert(over.status === 'failed' && over.error.code === 'deadline_exceeded');
      assert.equal(stage.front.seen.length, before, 'what was over before it began made no request');
      assert.deepEqual(getEventListeners(signal, 'abort'), []);
    },
  },
  {
    group,
    name: 'a call without a deadline of its own ends by the time that the adapter was given',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const provider = stage.create({ timeoutMilliseconds: 60 });
      const [stall] = stalls;
      assert(stall);
      stage.front.plan(stall);
      const begin = performance.now();
      const outcome = await askFor(
        provider,
        payingBy(provider),
        { ...stage.order(), source: stage.source() },
        stage.attempt(),
      );
      assert(outcome.status === 'unknown' || outcome.status === 'not_sent', outcome.status);
      assert.equal(outcome.error.code, 'deadline_exceeded');
      const took = performance.now() - begin;
      assert(took > 40 && took < 1500, `it took ${Math.round(took)} ms`);
    },
  },
];
