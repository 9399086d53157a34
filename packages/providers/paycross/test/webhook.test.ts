import type { WebhookRequest } from '@ducat/core';
import { bytes } from '@ducat/simulator';
import { sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generatePrivateKey } from '../simulator/index.ts';
import { expectRefusal, expectStatus } from './expectations.ts';
import { attempt, charge } from './requests.ts';
import { account, openShop } from './shop.ts';
import type { Shop } from './shop.ts';

/** An approved charge and the webhook about it. */
async function receive(shop: Shop): Promise<{ readonly message: WebhookRequest; readonly reference: string }> {
  const context = attempt();
  expectStatus(await shop.provider.charge(charge(), context), 'approved');
  const [message] = await shop.webhooks();
  if (message === undefined) throw new Error('no webhook arrived');
  return { message, reference: context.reference };
}

const headerOf = ({ headers }: WebhookRequest, name: string): string => String(headers[name]);

function* changedAt<Item>(length: number, change: (position: number) => Item): Generator<Item> {
  for (let position = 0; position < length; position += 1) yield change(position);
}

describe('an authentic webhook', () => {
  it('says what the lookup says', async () => {
    const shop = openShop();
    const { message, reference } = await receive(shop);
    const event = await shop.provider.webhook(message);
    const found = await shop.provider.lookup({ operation: 'charge', reference });
    expect(found).toEqual({ status: 'found', transactions: [event.transaction] });
    expect(event.provider).toBe('paycross');
  });

  it('has the same fingerprint when it is delivered again, and another one when uid, status or time has changed', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const first = await shop.provider.webhook(message);
    expect((await shop.anotherProvider().webhook(message)).fingerprint).toBe(first.fingerprint);
    const { providerReference = '' } = first.transaction.outcome as { providerReference?: string };
    const fingerprints = [first.fingerprint];
    for (const change of [{ status: 'pending' }, { updated_at: '2026-11-21T12:00:01.000Z' }, { uid: 'another' }]) {
      shop.simulator.controls.notify(providerReference, { rewrite: (fields) => ({ ...fields, ...change }) });
      const other = (await shop.webhooks()).at(-1) ?? message;
      fingerprints.push((await shop.provider.webhook(other)).fingerprint);
    }
    expect(new Set(fingerprints).size).toBe(4);
  });

  it('is read whatever the case of its header names, and with its headers in arrays', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const headers = {
      'Content-Signature': [headerOf(message, 'content-signature')],
      AUTHORIZATION: headerOf(message, 'authorization'),
    };
    expect((await shop.provider.webhook({ headers, body: message.body })).transaction.operation).toBe('charge');
  });

  it('that cannot be understood says so', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const { providerReference = '' } = (await shop.provider.webhook(message)).transaction.outcome as {
      providerReference?: string;
    };
    for (const changes of [{ uid: null }, { status: 7 }, { amount: 10.5 }, { amount: null }, { currency: 'XXX' }]) {
      shop.simulator.controls.notify(providerReference, { rewrite: (fields) => ({ ...fields, ...changes }) });
      const unreadable = (await shop.webhooks()).at(-1) ?? message;
      await expectRefusal(() => shop.provider.webhook(unreadable), 'unexpected_response');
    }
  });
});

describe('a webhook is refused', () => {
  it('when any one byte of its body was changed', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const forgeries = changedAt(message.body.length, (position) => {
      const body = Uint8Array.from(message.body);
      body[position] = (body[position] ?? 0) ^ 1;
      return { headers: message.headers, body };
    });
    for (const forgery of forgeries) await expectRefusal(() => shop.provider.webhook(forgery), 'invalid_signature');
    await expect(shop.provider.webhook(message)).resolves.toBeDefined();
  });

  it.each(['content-signature', 'authorization'])(
    'when any one character of its header %s was changed',
    async (name) => {
      const shop = openShop();
      const { message } = await receive(shop);
      const value = headerOf(message, name);
      const forgeries = changedAt(value.length, (position) => {
        const other = value[position] === 'A' ? 'B' : 'A';
        return { ...message.headers, [name]: value.slice(0, position) + other + value.slice(position + 1) };
      });
      for (const headers of forgeries) {
        await expectRefusal(() => shop.provider.webhook({ headers, body: message.body }), 'invalid_signature');
      }
    },
  );

  it.each(['content-signature', 'authorization'])(
    'when its header %s is missing, empty, doubled or padded',
    async (name) => {
      const shop = openShop();
      const { message } = await receive(shop);
      const value = headerOf(message, name);
      const { [name]: _, ...others } = message.headers;
      const wrong: WebhookRequest['headers'][] = [
        others,
        { ...others, [name]: undefined },
        { ...others, [name]: '' },
        { ...others, [name]: [] },
        { ...others, [name]: [value, value] },
        { ...others, [name]: value, [name.toUpperCase()]: value },
        { ...others, [name]: ` ${value}` },
        { ...others, [name]: `${value}\n` },
        { ...others, [name]: `${value}, ${value}` },
      ];
      for (const headers of wrong) {
        await expectRefusal(() => shop.provider.webhook({ headers, body: message.body }), 'invalid_signature');
      }
    },
  );

  it('when its signature is in another alphabet or without padding', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const value = headerOf(message, 'content-signature');
    const url = Buffer.from(value, 'base64').toString('base64url');
    for (const signature of [url, value.replace(/=+$/, '')]) {
      const headers = { ...message.headers, 'content-signature': signature };
      await expectRefusal(() => shop.provider.webhook({ headers, body: message.body }), 'invalid_signature');
    }
  });

  it('when somebody else made it', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const event = await shop.provider.webhook(message);
    const { providerReference = '' } = event.transaction.outcome as { providerReference?: string };
    shop.simulator.controls.notify(providerReference, { forged: true });
    const forged = (await shop.webhooks()).at(-1) ?? message;
    await expectRefusal(() => shop.provider.webhook(forged), 'invalid_signature');
  });

  it('when the signature is right for another key, or the credentials for another shop', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const foreign = sign('sha256', message.body, generatePrivateKey()).toString('base64');
    const stranger = `Basic ${Buffer.from(`362:${account.secretKey}`).toString('base64')}`;
    const lowerCase = headerOf(message, 'authorization').replace('Basic', 'basic');
    for (const change of [
      { 'content-signature': foreign },
      { authorization: stranger },
      { authorization: lowerCase },
    ]) {
      const headers = { ...message.headers, ...change };
      await expectRefusal(() => shop.provider.webhook({ headers, body: message.body }), 'invalid_signature');
    }
    await expectRefusal(() => shop.anotherProvider({ secretKey: 'rotated' }).webhook(message), 'invalid_signature');
  });

  it('when its body was parsed and written again', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const again = bytes(JSON.stringify(JSON.parse(Buffer.from(message.body).toString('utf8')), undefined, 1));
    const error = await expectRefusal(
      () => shop.provider.webhook({ headers: message.headers, body: again }),
      'invalid_signature',
    );
    expect(error.message).toContain('parsed or re-encoded');
  });

  it.each([
    ['as text', (body: Uint8Array) => Buffer.from(body).toString('utf8')],
    ['parsed', (body: Uint8Array) => JSON.parse(Buffer.from(body).toString('utf8')) as object],
    ['left out', () => undefined],
  ])('when its body is not the raw bytes (%s), with an error that says so', async (_what, change) => {
    const shop = openShop();
    const { message } = await receive(shop);
    const body = change(message.body) as Uint8Array;
    const error = await expectRefusal(
      () => shop.provider.webhook({ headers: message.headers, body }),
      'invalid_request',
    );
    expect(error.message).toContain('raw bytes');
  });

  it('and nothing is asked of the provider', async () => {
    const shop = openShop();
    const { message } = await receive(shop);
    const sent = shop.bridge.sent.length;
    await expectRefusal(() => shop.provider.webhook({ headers: {}, body: message.body }), 'invalid_signature');
    expect(shop.bridge.sent).toHaveLength(sent);
  });
});
