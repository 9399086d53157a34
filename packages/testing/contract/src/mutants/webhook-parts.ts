import type { WebhookEvent, WebhookRequest } from '@ducat/core';
import { Money, Secret } from '@ducat/core';
import type { WorldFactory } from '../harness/world.ts';
import { parts } from '../reference/adapter/parts.ts';
import { authenticate } from '../reference/adapter/reveal.ts';
import { account } from '../reference/world.ts';
import { around } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

const codeOf = (...contents: readonly (string | Uint8Array)[]): string =>
  authenticate(new Secret(account.webhookKeys.test), Buffer.concat(contents.map((content) => Buffer.from(content))));

/** Webhooks of a bank that signs a time together with the body, and nothing between them. */
function timed(world: WorldFactory): WorldFactory {
  const time = '1700000000';
  return {
    ...world,
    async open(origins) {
      const own = await world.open(origins);
      return {
        ...own,
        webhooks: async () =>
          ((await own.webhooks?.()) ?? []).map(({ headers, body }) => ({
            headers: { ...headers, 'x-time': time, 'x-signature': codeOf(time, body) },
            body,
          })),
      };
    },
  };
}

/** What goes wrong with what a signature is over, and where it stands. */
export const webhookPartMutants: readonly Mutant[] = [
  mutant(
    'verifies a time and the body joined together',
    'a webhook of which bytes were moved between its body and a header that signs it is refused (defect 20)',
    (good) =>
      around({ ...good, world: timed(good.world) }, 'webhook', (call) => (request, context) => {
        const { headers, body } = request as unknown as WebhookRequest;
        const isAuthentic = headers['x-signature'] === codeOf(String(headers['x-time'] ?? ''), body);
        const checked = { ...headers, 'x-signature': isAuthentic ? codeOf(body) : 'none' };
        return call({ ...request, headers: checked }, context);
      }),
  ),
  mutant(
    'believes an amount that stands in a header',
    'nothing that is not signed changes what a webhook says (defect 20)',
    (good) =>
      around(good, 'webhook', (call) => async (request, context) => {
        const event = (await call(request, context)) as WebhookEvent;
        const told = (request as unknown as WebhookRequest).headers['x-amount'];
        const amount = told === '0.05' ? Money.parse(told, 'USD') : event.transaction.amount;
        return { ...event, transaction: { ...event.transaction, amount } };
      }),
  ),
  mutant(
    'takes what looks like a signature from anywhere in its header',
    'a signature in another place than its own, as a nonce or in another header, is not taken for one (defect 52)',
    (good) =>
      good.with({
        isAuthentic: (key, content, code) =>
          [...code.matchAll(/[0-9a-f]{64}/g)].some(([found]) => parts.isAuthentic(key, content, found)),
      }),
  ),
];
