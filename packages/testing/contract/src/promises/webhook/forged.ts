import type { WebhookRequest } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { thrownBy } from '../../judgement/refusal.ts';
import type { ContractPromise } from '../../promise.ts';
import { headerOf, newsOfPayment, requireForgery, signingHeaders, withHeader } from './received.ts';

const group = 'webhook';

function withBody({ headers }: WebhookRequest, body: Uint8Array | string): WebhookRequest {
  return { headers, body: Buffer.from(body) };
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}

export const forgedWebhooks: readonly ContractPromise[] = [
  {
    group,
    name: 'a webhook with any one byte of its body changed is refused',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const body = Buffer.from(request.body);
      for (let position = 0; position < body.length; position += 1) {
        body[position] = (request.body[position] ?? 0) ^ 1;
        await requireForgery(stage, { ...request, body }, `byte ${position}`);
        body[position] = request.body[position] ?? 0;
      }
      await stage.provider.webhook({ ...request, body });
    },
  },
  {
    group,
    name: 'a webhook with something cut off, put before or added behind is refused',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const { body } = request;
      const text = Buffer.from(body).toString('utf8');
      const changed = [
        body.subarray(1),
        body.subarray(0, -1),
        `${text}\n`,
        ` ${text}`,
        `${text}\0`,
        `${text}${text}`,
        '',
      ];
      for (const each of changed)
        await requireForgery(stage, withBody(request, each), JSON.stringify(each.slice(0, 9)));
    },
  },
  {
    group,
    name: 'a webhook that was parsed and written again is refused (defect 18)',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const text = Buffer.from(request.body).toString('utf8');
      const value: unknown = JSON.parse(text);
      const again = [JSON.stringify(value), JSON.stringify(value, null, 2), JSON.stringify(sorted(value))];
      for (const written of again.filter((each) => each !== text)) {
        await requireForgery(stage, withBody(request, written), written.slice(0, 20));
      }
      for (const body of [value, [...request.body], null, undefined, 5]) {
        const error = await thrownBy(stage.provider.webhook({ ...request, body } as unknown as WebhookRequest));
        assert.equal(error.effect, 'none');
      }
    },
  },
  {
    group,
    name: 'a webhook with a byte order mark before its body is refused (defect 22)',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const text = Buffer.from(request.body).toString('utf8');
      await requireForgery(stage, withBody(request, `\uFEFF${text}`), 'UTF-8');
      await requireForgery(stage, withBody(request, Buffer.from(`\uFEFF${text}`, 'utf16le')), 'UTF-16');
    },
  },
  {
    group,
    name: 'a webhook with any one character of a header that signs it changed is refused',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      for (const name of await signingHeaders(stage, request)) {
        const value = headerOf(request, name);
        for (let position = 0; position < value.length; position += 1) {
          for (const character of value[position] === 'A' ? ['B', 'Q'] : ['A', ' ']) {
            const changed = value.slice(0, position) + character + value.slice(position + 1);
            if (changed === value) continue;
            await requireForgery(stage, withHeader(request, name, changed), `${name}, character ${position}`);
          }
        }
      }
    },
  },
  {
    group,
    name: 'a webhook whose signature is written otherwise than the provider writes it is refused',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      for (const name of await signingHeaders(stage, request)) {
        const value = headerOf(request, name);
        const bare = value.replace(/=+$/, '');
        const spellings = [
          bare,
          `${value}=`,
          `${value}AAAA`,
          ` ${value}`,
          `${value} `,
          `${value}\n`,
          `"${value}"`,
          `${value},${value}`,
        ];
        for (const each of [...spellings, value.replaceAll('+', '-').replaceAll('/', '_'), value.toLowerCase()]) {
          if (each !== value)
            await requireForgery(stage, withHeader(request, name, each), `${name}: ${each.slice(-20)}`);
        }
      }
    },
  },
  {
    group,
    name: 'a webhook without a header that signs it, with an empty one or with two is refused (defect 26)',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      for (const name of await signingHeaders(stage, request)) {
        const value = headerOf(request, name);
        for (const wrong of [undefined, '', ' ', [], [''], [value, value], [value, ''], ['', value], [value, 'x']]) {
          await requireForgery(stage, withHeader(request, name, wrong), `${name}: ${JSON.stringify(wrong)}`);
        }
        const twice = { ...request.headers, [name.toLowerCase()]: value, [name.toUpperCase()]: value };
        await requireForgery(stage, { ...request, headers: twice }, `${name} twice, in two spellings`);
      }
      await requireForgery(stage, { ...request, headers: {} }, 'no headers');
    },
  },
  {
    group,
    name: 'a signature that is no signature at all is refused by an error of this library (defect 22)',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      for (const name of await signingHeaders(stage, request)) {
        const { length } = headerOf(request, name);
        const strange = [
          'ü'.repeat(length),
          '€'.repeat(length),
          '😀',
          '\0'.repeat(length),
          '='.repeat(length),
          'x'.repeat(1_000_000),
        ];
        for (const value of strange)
          await requireForgery(stage, withHeader(request, name, value), `${name}: ${value.slice(0, 3)}`);
      }
    },
  },
];
