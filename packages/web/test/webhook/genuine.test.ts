import type { WebhookRequest } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { ProviderName } from '../world/simulators.ts';
import { openShop } from '../world/shop.ts';
import type { Shop, ShopPlan } from '../world/shop.ts';
import { slowJournal } from '../world/slow-journal.ts';

const providers: readonly ProviderName[] = ['paymega', 'paycross'];

interface Delivered extends Shop {
  /** The webhook that the provider sent last, signed. */
  readonly webhook: WebhookRequest & { readonly url: string };
  /** Sends it, or something like it, to the address that it was sent to. */
  readonly deliver: (body?: NonNullable<RequestInit['body']>) => Promise<Response>;
}

/** A shop with an order that is paid, and the provider's message about it. */
async function paid(plan: ShopPlan): Promise<Delivered> {
  const shop = openShop(plan);
  await shop.pay('order-1', shop.cards.version1);
  await shop.walk(shop.web.links('order-1').challengeUrl);
  await shop.clock.advance(1000);
  await shop.courier.idle();
  const webhook = shop.courier.log.at(-1)?.message;
  if (webhook === undefined) throw new Error('the provider sent no webhook');
  const headers = { ...webhook.headers };
  const deliver: Delivered['deliver'] = async (body = new Uint8Array(webhook.body)) =>
    await shop.ask(webhook.url, { method: 'POST', headers, body, duplex: 'half' });
  return { ...shop, webhook, deliver };
}

describe.each(providers)('a webhook of %s', (provider) => {
  test('is answered 200, and only that, each time it comes', async () => {
    const shop = await paid({ provider });
    for (let time = 0; time < 3; time += 1) {
      const response = await shop.deliver();
      expect([response.status, await response.text()]).toEqual([200, '']);
      expect(shop.events.at(-1)).toMatchObject({ type: 'webhook_received', provider, status: 'known' });
    }
  });

  test('of a payment that is not in the journal is answered 200 and told', async () => {
    const { webhook, events } = await paid({ provider });
    const other = openShop({ provider });
    const { url, headers, body } = webhook;
    const init = { method: 'POST', headers: headers as Record<string, string>, body: new Uint8Array(body) };
    expect((await other.ask(url, init)).status).toBe(200);
    expect(other.events).toEqual([{ type: 'webhook_received', provider, status: 'unrelated' }]);
    expect(events.length).toBeGreaterThan(0);
  });

  test('that comes before the charge is answered finds its payment (defect 32)', async () => {
    const shop = openShop({ provider });
    await shop.pay('order-1', shop.cards.approved);
    await shop.clock.advance(1000);
    await shop.courier.idle();
    expect(shop.courier.log.map(({ status }) => status)).toEqual(shop.courier.log.map(() => 200));
    const received = shop.events.filter((event) => event.type === 'webhook_received');
    expect(received.length).toBeGreaterThan(0);
    expect(received.every(({ payment }) => payment === 'order-1')).toBe(true);
  });

  test('is answered 200 only when it stands in the journal', async () => {
    const journal = slowJournal();
    const shop = openShop({ provider, journal });
    const { pay, walk, web, courier, clock } = shop;
    await pay('order-1', shop.cards.version1);
    await clock.advance(1000);
    await courier.idle();
    const before = courier.log.length;
    courier.hold();
    await walk(web.links('order-1').challengeUrl);
    await clock.advance(1000);
    const { promise, resolve } = Promise.withResolvers<void>();
    journal.before = () => promise;
    courier.release();
    await clock.advance(1000);
    expect(courier.log.slice(before)).toEqual([]);
    resolve();
    await courier.idle();
    expect(courier.log.slice(before).map(({ status }) => status)).toContain(200);
  });

  test('that could not be stored is answered 503, and 200 when it comes again (defect 32)', async () => {
    const journal = slowJournal();
    const shop = openShop({ provider, journal });
    const { pay, walk, web, courier, clock } = shop;
    await pay('order-1', shop.cards.version1);
    await clock.advance(1000);
    await courier.idle();
    const before = courier.log.length;
    courier.hold();
    await walk(web.links('order-1').challengeUrl);
    await clock.advance(1000);
    journal.before = () => Promise.reject(new Error('disk full'));
    courier.release();
    await courier.idle();
    expect(courier.log.slice(before).map(({ status }) => status)).toContain(503);
    expect(courier.log.slice(before).map(({ status }) => status)).not.toContain(200);
    expect(shop.events.at(-1)).toMatchObject({ type: 'webhook_failed', provider, answered: 503 });
    journal.before = async () => undefined;
    await clock.advance(24 * 60 * 60 * 1000);
    await courier.idle();
    expect(courier.log.at(-1)).toMatchObject({ outcome: 'accepted', status: 200 });
  });

  test('is verified over its bytes as they came, in pieces of any size (defects 18, 21)', async () => {
    const shop = await paid({ provider });
    for (const size of [1, 7, 1000]) {
      const { body } = shop.webhook;
      const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, index) =>
        body.slice(index * size, (index + 1) * size),
      );
      expect((await shop.deliver(ReadableStream.from(pieces) as ReadableStream)).status).toBe(200);
    }
  });

  test('that was parsed and written again is refused, and the operator is told why (defect 18)', async () => {
    const shop = await paid({ provider });
    const parsed: unknown = JSON.parse(Buffer.from(shop.webhook.body).toString('utf8'));
    const response = await shop.deliver(JSON.stringify(parsed, undefined, 1));
    expect([response.status, await response.text()]).toEqual([400, '']);
    expect(shop.events.at(-1)).toMatchObject({ type: 'webhook_refused', answered: 400 });
    expect(JSON.stringify(shop.events.at(-1))).toContain('was the body parsed or re-encoded before?');
  });

  test('with any byte changed, a mark before it or after it is refused (defect 22)', async () => {
    const shop = await paid({ provider });
    const body = Buffer.from(shop.webhook.body);
    const changed = Buffer.from(body);
    changed[20] = (changed[20] ?? 0) ^ 1;
    for (const other of [
      changed,
      Buffer.concat([Buffer.from('\ufeff'), body]),
      Buffer.concat([body, Buffer.from('\n')]),
    ]) {
      expect((await shop.deliver(new Uint8Array(other))).status).toBe(400);
    }
  });

  test('without a signature, or with one that is none, is refused (defects 22, 26)', async () => {
    const shop = await paid({ provider });
    const signed = new Headers(shop.webhook.headers as Record<string, string>);
    const name = provider === 'paymega' ? 'x-signature' : 'content-signature';
    const good = signed.get(name) ?? '';
    for (const signature of [undefined, '', ' ', 'é'.repeat(28), `${good}, ${good}`, good.toLowerCase(), `${good}=`]) {
      const headers = new Headers(signed);
      if (signature === undefined) headers.delete(name);
      else headers.set(name, signature);
      const init = { method: 'POST', headers, body: new Uint8Array(shop.webhook.body) };
      const response = await shop.ask(shop.webhook.url, init);
      expect([response.status, await response.text()]).toEqual([400, '']);
    }
  });
});
