import type { Action, WebhookRequest } from '@ducat/core';
import { createHmac } from 'node:crypto';
import type { NextAnswers, ShopperReturn, World, WorldFactory } from '../harness/world.ts';
import { cards } from './bank/bank.ts';
import { Service } from './bank/service.ts';

export const account = {
  apiKey: 'reference-api-key-7f3a91',
  webhookKeys: { live: 'reference-live-webhook-key', test: 'reference-test-webhook-key' },
};

/** The reference bank as a world. */
export const world: WorldFactory = {
  surfaces: ['bank'],
  open({ bank: origin = '' }) {
    const webhooks: WebhookRequest[] = [];
    const service = new Service(account.apiKey, origin, (transaction) => {
      const body = Buffer.from(JSON.stringify(transaction), 'utf8');
      webhooks.push(signed(body, transaction.test ? account.webhookKeys.test : account.webhookKeys.live));
    });
    return {
      handle: async (_surface, request) => service.handle(request),
      cards,
      secrets: [account.apiKey, account.webhookKeys.live, account.webhookKeys.test],
      ledger: () => service.bank.entries,
      shop: async (action, decision) => shop(service, action, decision),
      next: nextAnswers(service),
      webhooks: async () => webhooks,
      sign(body, key) {
        const { live, test } = account.webhookKeys;
        return signed(
          body,
          key === 'right' ? test : key === 'other_mode' ? live : key === 'empty' ? '' : 'somebody-elses-key',
        );
      },
    } satisfies World;
  },
};

function signed(body: Uint8Array, key: string): WebhookRequest {
  const signature = createHmac('sha256', key).update(body).digest('hex');
  return { headers: { 'content-type': 'application/json', 'x-signature': signature }, body };
}

function shop(service: Service, action: Action, decision: 'approve' | 'refuse'): ShopperReturn {
  const get = (path: string) => service.handle({ method: 'GET', path, headers: {}, body: new Uint8Array() });
  const visit = (path: string): ShopperReturn => ({
    method: 'GET',
    url: get(path).headers['location'] ?? '',
    body: '',
  });
  if (action.kind === 'redirect') {
    const { pathname } = new URL(action.url);
    if (get(pathname).status !== 200) throw new Error('there is no such page');
    return visit(`${pathname}?decision=${decision}`);
  }
  if (action.kind !== 'form_post') throw new Error('there is nothing to show');
  const { MD: id = '', TermUrl: url = '' } = action.fields;
  const body = service.firstVersion.answer(id, decision);
  return url.includes('/returns/') ? visit(`${new URL(url).pathname}?${body}`) : { method: 'POST', url, body };
}

function nextAnswers(service: Service): NextAnswers {
  const operations = ['tokenize', 'charge', 'authorize', 'capture', 'void', 'refund', 'payout'] as const;
  const arranging = (verdict: 'declined' | 'processing') =>
    Object.fromEntries(operations.map((kind) => [kind, () => service.bank.decideNext(kind, verdict)]));
  return {
    status: (word) => service.distortNext({ status: word }),
    amount: (minorUnits) => service.distortNext({ amount: String(minorUnits) }),
    refusalWith: (text) => service.refuseNext(text),
    declined: arranging('declined'),
    pending: arranging('processing'),
  };
}
