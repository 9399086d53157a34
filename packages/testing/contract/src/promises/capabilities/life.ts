import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';
import { Deeds } from '../../deed/deed.ts';
import { paymentsOf } from '../../deed/payment.ts';
import { endOf, wordFor } from '../../deed/truth.ts';
import { openWatch } from '../../network/sockets.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';

const group = 'capabilities';

/** A provider object is a value until it is asked for something. */
export const life: readonly ContractPromise[] = [
  {
    group,
    name: 'creating a provider and closing it connects to nobody',
    ports: [],
    abilities: [],
    async keep(stage) {
      const watch = await openWatch();
      try {
        const origins = Object.keys(stage.front.origins).map(
          (name) => [name, `http://127.0.0.1:${watch.port}`] as const,
        );
        const provider = stage.create({}, Object.fromEntries(origins));
        await pause(20);
        await provider.close();
        await provider.close();
        assert.equal(watch.connections, 0);
      } finally {
        await watch.close();
      }
    },
  },
  {
    group,
    name: 'a provider bears the id that the merchant gave it, and outcomes name it by that',
    ports: [paying],
    abilities: [],
    async keep(stage) {
      const provider = stage.create({ id: 'second-account' });
      assert.equal(provider.id, 'second-account');
      const [facts] = paymentsOf(stage);
      assert(facts);
      const deed = await new Deeds(stage).ready(facts);
      const { outcome } = await endOf(deed.perform(stage.attempt(), provider));
      assert.equal(outcome?.provider, 'second-account');
    },
  },
  {
    group,
    name: 'closing waits for the calls that are on their way, and what comes later is not sent',
    ports: [paying],
    abilities: ['ledger'],
    async keep(stage) {
      const [facts] = paymentsOf(stage);
      assert(facts);
      const deeds = new Deeds(stage);
      const deed = await deeds.ready(facts);
      const provider = stage.create();
      const arrived = stage.front.seen.length;
      const call = endOf(deed.perform(stage.attempt(), provider));
      // It may fail before anybody waits for it.
      call.catch(() => undefined);
      for (let waited = 0; stage.front.seen.length === arrived && waited < 1000; waited += 1) await pause(1);
      const closing = provider.close();
      const ended = await call;
      await closing;
      // Whether a call of several requests may make its next one while it is closed, is the provider's to say.
      assert([deed.usual, 'not_sent', 'unknown'].includes(wordFor(ended)), `on its way: ${wordFor(ended)}`);
      const before = stage.front.seen.length;
      const late = await deeds.ready(facts);
      assert.equal(wordFor(await endOf(late.perform(stage.attempt(), provider))), 'not_sent');
      assert.equal(stage.front.seen.length, before, 'no request was made');
    },
  },
];
