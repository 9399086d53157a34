import type { WebhookRequest } from '@ducat/core';
import { signCallback } from '../simulator/index.ts';
import type { Shop } from './shop.ts';
import { account } from './shop.ts';

/** What the merchant has received when nothing is on its way any more. */
export async function callbacksOf(shop: Shop): Promise<readonly WebhookRequest[]> {
  await shop.simulator.courier.idle();
  return shop.callbacks;
}

/** A callback that the platform could have sent. */
export function message(
  attributes: object,
  type = 'payment-invoices',
  key: string = account.privateKeys.test,
): WebhookRequest {
  const own = { status: 'processed', amount: 10, currency: 'USD', reference_id: 'attempt-1', test_mode: true };
  return signed(JSON.stringify({ data: { type, id: 'cpi_1', attributes: { ...own, ...attributes } } }), key);
}

export function signed(text: string, key: string = account.privateKeys.test): WebhookRequest {
  const body = Buffer.from(text);
  return { headers: { 'x-signature': signCallback(key, body) }, body };
}
