import type { WebhookRequest } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { strict as assert } from 'node:assert';
import { leavesOf } from '../../json-leaves.ts';
import type { ContractPromise } from '../../promise.ts';
import { NotProvable } from '../../promise.ts';
import { headerOf, newsOfPayment, requireForgery, signingHeaders, withHeader } from './received.ts';

const group = 'webhook';

/** The same bytes in the same order, cut elsewhere into the header and the body. */
function cutElsewhere(value: string, body: Uint8Array, length: number): readonly (readonly [string, Uint8Array])[] {
  const bytes = Buffer.from(body);
  const text = (part: Uint8Array): string => Buffer.from(part).toString('latin1');
  return [
    [value.slice(0, -length), Buffer.concat([Buffer.from(value.slice(-length)), bytes])],
    [value.slice(length), Buffer.concat([bytes, Buffer.from(value.slice(0, length))])],
    [value + text(bytes.subarray(0, length)), bytes.subarray(length)],
    [text(bytes.subarray(-length)) + value, bytes.subarray(0, -length)],
  ];
}

/** Names of headers that somebody might believe, of what the body says. */
function namesLike(body: Uint8Array): readonly string[] {
  const document: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
  const keys = leavesOf(document).map(({ path }) => String(path.at(-1)).toLowerCase());
  const dashed = keys.map((key) => key.replaceAll('_', '-'));
  return [...keys, ...dashed.map((key) => `x-${key}`), 'x-event', 'x-test-mode'];
}

/** The right signature, wherever it is not to be looked for. */
function misplaced(request: WebhookRequest, name: string, foreign: string): readonly WebhookRequest[] {
  const right = headerOf(request, name);
  const beside = ['nonce', 'x-nonce', `x-original-${name}`, `${name}-nonce`].map((other) =>
    withHeader(withHeader(request, name, foreign), other, right),
  );
  const within = [
    `nonce="${right}", signature="${foreign}"`,
    `signature="${foreign}", nonce="${right}"`,
    `nonce=${right}`,
    `${foreign};nonce=${right}`,
    `${foreign},${right}`,
    `${foreign} ${right}`,
  ].map((value) => withHeader(request, name, value));
  return [...beside, ...within];
}

/** A signature is over all that is believed, each part in its own place. */
export const signedParts: readonly ContractPromise[] = [
  {
    group,
    name: 'a webhook of which bytes were moved between its body and a header that signs it is refused (defect 20)',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      // A time or an id that is signed with the body may stand in a header without which it is refused.
      for (const name of await signingHeaders(stage, request)) {
        for (const length of [1, 2, 5]) {
          for (const [value, body] of cutElsewhere(headerOf(request, name), request.body, length)) {
            await requireForgery(stage, { ...withHeader(request, name, value), body }, `${name}: ${value}`);
          }
        }
      }
    },
  },
  {
    group,
    name: 'nothing that is not signed changes what a webhook says (defect 20)',
    ports: ['webhook'],
    abilities: ['webhooks'],
    async keep(stage) {
      const { request, event } = await newsOfPayment(stage);
      const own = Object.keys(request.headers).map((name) => name.toLowerCase());
      const names = namesLike(request.body).filter((name) => !own.includes(name));
      for (const lie of ['failed', '0.05', 'true', '']) {
        const headers = { ...Object.fromEntries(names.map((name) => [name, lie])), ...request.headers };
        assert.deepEqual(await stage.provider.webhook({ ...request, headers }), event, `headers that say "${lie}"`);
      }
      const signing = await signingHeaders(stage, request);
      for (const name of Object.keys(request.headers).filter((header) => !signing.includes(header))) {
        const changed = stage.provider.webhook(withHeader(request, name, 'text/plain; charset=utf-16'));
        const told = await changed.catch((error: unknown) => error);
        if (!DucatError.is(told)) assert.deepEqual(told, event, `another ${name}`);
      }
    },
  },
  {
    group,
    name: 'a signature in another place than its own, as a nonce or in another header, is not taken for one (defect 52)',
    ports: ['webhook'],
    abilities: ['webhooks', 'sign'],
    async keep(stage) {
      const { request } = await newsOfPayment(stage);
      const foreign = stage.world.sign?.(request.body, 'foreign');
      if (foreign === undefined) throw new NotProvable('sign');
      for (const name of await signingHeaders(stage, request)) {
        const wrong = headerOf(foreign, name);
        if (wrong === headerOf(request, name)) continue;
        for (const each of misplaced(request, name, wrong)) await requireForgery(stage, each, headerOf(each, name));
      }
    },
  },
];
