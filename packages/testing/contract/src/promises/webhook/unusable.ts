import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { thrownBy } from '../../judgement/refusal.ts';
import { paying } from '../../need.ts';
import type { ContractPromise } from '../../promise.ts';
import { leavesOf, withLeaves } from '../../json-leaves.ts';
import { newsOfPayment, signed } from './received.ts';

const group = 'webhook';

const deep = 100_000;

const unusable: readonly (string | Uint8Array)[] = [
  '',
  ' ',
  '{}',
  '[]',
  'null',
  'true',
  '0',
  '"approved"',
  'not JSON',
  '{"status":',
  '<html></html>',
  'status=successful&amount=1234',
  '{"__proto__":{"status":"successful"}}',
  '{"data":{},"transaction":{},"event":{}}',
  '{"data":[],"transaction":[],"event":[]}',
  '{"data":null,"transaction":null,"event":null}',
  '['.repeat(deep),
  '['.repeat(deep) + ']'.repeat(deep),
  '{"data":'.repeat(deep) + '1' + '}'.repeat(deep),
  Uint8Array.of(0xff, 0xfe, 0x00),
];

export const unusableWebhooks: readonly ContractPromise[] = [
  {
    group,
    name: 'a webhook that is signed rightly and cannot be understood is one error of this library',
    ports: ['webhook'],
    abilities: ['sign'],
    async keep(stage) {
      for (const body of unusable) {
        const error = await thrownBy(stage.provider.webhook(signed(stage, body)));
        const when = `${Buffer.from(body).toString('utf8').slice(0, 40)}: ${error.message}`;
        assert.equal(error.code, 'unexpected_response', when);
        assert.equal(error.effect, 'none', when);
      }
    },
  },
  {
    group,
    name: 'a webhook that is signed rightly and has a byte order mark, another charset or a key twice is refused (defect 22)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const text = Buffer.from(request.body).toString('utf8');
      const [, first = '"x":1'] = /^\{("[^"]+":)/.exec(text) ?? [];
      const bodies = [`\uFEFF${text}`, Buffer.from(text, 'utf16le'), `{${first}{},${text.slice(1)}`];
      for (const body of bodies) {
        const error = await thrownBy(stage.provider.webhook(signed(stage, body)));
        assert.equal(error.code, 'unexpected_response');
      }
    },
  },
  {
    group,
    name: 'a webhook with a value of another type, or without one, is read or refused and never crashes (defects 23, 48)',
    ports: [paying, 'webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const document: unknown = JSON.parse(Buffer.from(request.body).toString('utf8'));
      for (const [index, { path }] of leavesOf(document).entries()) {
        const values = [null, {}, [], -1, 'x', '', true, 2 ** 60];
        // Two of them for each place; signing takes most of the time.
        for (const value of [values[index % values.length], values[(index + 3) % values.length]]) {
          const body = JSON.stringify(withLeaves(document, [path], value));
          const when = `${path.join('.')} is ${JSON.stringify(value)}`;
          await stage.provider.webhook(signed(stage, body)).catch((error: unknown) => {
            assert(DucatError.is(error), `${when}: a foreign error`);
            assert(
              error.code === 'unexpected_response' || error.code === 'invalid_signature',
              `${when}: ${error.code}`,
            );
            assert.equal(error.effect, 'none', when);
          });
        }
      }
    },
  },
];
