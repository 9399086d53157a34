import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { NotProvable } from '../../promise.ts';
import type { ContractPromise } from '../../promise.ts';
import { newsOfPayment, requireForgery, signed, withHeader, headerOf, signingHeaders } from './received.ts';

const group = 'webhook';

export const webhookKeys: readonly ContractPromise[] = [
  {
    group,
    name: 'a webhook that is signed with another key, of somebody else, of the other mode or an empty one, is refused (defects 16, 26)',
    ports: ['webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { request, event } = await newsOfPayment(stage);
      assert.deepEqual(await stage.provider.webhook(signed(stage, request.body)), event, 'signed rightly');
      for (const key of ['foreign', 'other_mode', 'empty'] as const) {
        const forged = stage.world.sign?.(request.body, key);
        if (forged === undefined) throw new NotProvable('sign');
        await requireForgery(stage, forged, key);
      }
    },
  },
  {
    group,
    name: 'a signature of one webhook does not sign another',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const cheap = await newsOfPayment(stage, '1.00');
      const dear = await newsOfPayment(stage, '99.00');
      await requireForgery(stage, { ...cheap.request, body: dear.request.body }, 'the headers of another');
    },
  },
  {
    group,
    name: 'every header that signs is needed: none of them is enough alone',
    ports: ['webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const foreign = stage.world.sign?.(request.body, 'foreign');
      if (foreign === undefined) throw new NotProvable('sign');
      for (const name of await signingHeaders(stage, request)) {
        const value = headerOf(foreign, name);
        if (value !== headerOf(request, name)) await requireForgery(stage, withHeader(request, name, value), name);
      }
    },
  },
  {
    group,
    name: 'a provider without a key for webhooks, or with an empty or blank one, cannot be made (defects 16, 52)',
    ports: ['webhook'],
    abilities: ['forgeable'],
    async keep(stage) {
      assert(stage.forgeable.length > 0, 'there is nothing to try');
      for (const [index, create] of stage.forgeable.entries()) {
        assert.throws(create, (error) => DucatError.is(error) && error.code === 'invalid_options', `number ${index}`);
      }
    },
  },
];
