import type { Courier } from '@ducat/simulator';
import { bytes } from '@ducat/simulator';
import { createHmac } from 'node:crypto';
import type { Transaction } from './transaction.ts';
import { show } from './transaction.ts';

/** Template "Webhooks": the hexadecimal HMAC-SHA256 of the raw body. */
export function sign(body: Uint8Array, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

export function notify(courier: Courier, transaction: Transaction, secret: string): void {
  if (transaction.notifyUrl === undefined) return;
  const body = bytes(JSON.stringify({ transaction: show(transaction) }));
  const headers = { 'content-type': 'application/json', 'x-signature': sign(body, secret) };
  courier.send({ url: transaction.notifyUrl, headers, body });
}
