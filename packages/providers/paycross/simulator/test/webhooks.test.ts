import { createPublicKey, verify } from 'node:crypto';

import { text } from '@ducat/simulator';
import type { SimulatedRequest } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { authorization, createMerchant, order, textOf } from './merchant.ts';
import type { Merchant } from './merchant.ts';

function isSigned({ simulator }: Merchant, request: SimulatedRequest | undefined): boolean {
  const key = createPublicKey({ key: Buffer.from(simulator.publicKey, 'base64'), format: 'der', type: 'spki' });
  const signature = Buffer.from(request?.headers['content-signature'] ?? '', 'base64');
  return verify('sha256', request?.body ?? new Uint8Array(), key, signature);
}

describe('webhooks', () => {
  it('carry the body of the answer, a signature over its bytes, and the credentials', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', order());
    await merchant.simulator.courier.idle();
    const [webhook] = merchant.received;
    expect(JSON.parse(text(webhook?.body ?? new Uint8Array()))).toEqual(body);
    expect(webhook?.headers).toMatchObject({ authorization, 'content-type': 'application/json' });
    expect(isSigned(merchant, webhook)).toBe(true);
  });

  it('are not sent without a notification_url, nor about children', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', order({ notification_url: undefined }));
    await merchant.post('refunds', { parent_uid: body['transaction']?.['uid'], amount: 1, reason: 'x' });
    await merchant.simulator.courier.idle();
    expect(merchant.received).toEqual([]);
  });

  it('tell of children where the shop has that', async () => {
    const merchant = createMerchant({ options: { notifyAboutChildren: true } });
    const { body } = await merchant.post('payments', order());
    await merchant.post('refunds', { parent_uid: body['transaction']?.['uid'], amount: 1, reason: 'x' });
    await merchant.simulator.courier.idle();
    expect(merchant.received).toHaveLength(2);
  });

  it('come again until the answer is exactly 200', async () => {
    const merchant = createMerchant();
    merchant.acknowledgeWith(204);
    await merchant.post('payments', order());
    await merchant.simulator.courier.idle();
    expect(merchant.received).toHaveLength(1);
    // The first repeat falls 8 to 66 seconds later.
    await merchant.clock.advance(7_999);
    expect(merchant.received).toHaveLength(1);
    await merchant.clock.advance(58_001);
    expect(merchant.received).toHaveLength(2);
    merchant.acknowledgeWith(200);
    await merchant.clock.advance(40 * 3_600_000);
    expect(merchant.received).toHaveLength(3);
  });

  it('give up after fifteen repeats in about a day and a half', async () => {
    const merchant = createMerchant();
    merchant.acknowledgeWith(500);
    await merchant.post('payments', order());
    await merchant.clock.advance(100 * 3_600_000);
    expect(merchant.received).toHaveLength(16);
    const hours =
      ((merchant.simulator.courier.log.at(-1)?.at ?? 0) - (merchant.simulator.courier.log[0]?.at ?? 0)) / 3_600_000;
    expect(hours).toBeGreaterThan(30);
    expect(hours).toBeLessThan(42);
  });

  it('can be ordered at any time, changed or forged', async () => {
    const merchant = createMerchant();
    const { body } = await merchant.post('payments', order());
    const uid = textOf(body['transaction']?.['uid']);
    const { controls, courier } = merchant.simulator;
    await courier.idle();
    controls.notify(uid, { rewrite: (fields) => ({ ...fields, status: 'frobnicated' }) });
    controls.notify(uid, { forged: true });
    await courier.idle();
    const [, changed, forged] = merchant.received;
    expect(text(changed?.body ?? new Uint8Array())).toContain('"status":"frobnicated"');
    expect(isSigned(merchant, changed)).toBe(true);
    expect(isSigned(merchant, forged)).toBe(false);
    expect(forged?.headers['authorization']).not.toBe(authorization);
  });
});
