import { afterEach, describe, expect, it } from 'vitest';

import {
  browse,
  bytes,
  createNetwork,
  html,
  json,
  listen,
  noBody,
  plain,
  redirect,
  sendOverHttp,
  ShopperStopped,
  text,
} from '../src/index.ts';
import type { Listening, RequestHandler, Send, ShopperArrival } from '../src/index.ts';

const shop: RequestHandler = async ({ method, path, body }) => {
  if (path.startsWith('/start')) return redirect('/pay?session=1&x=%26');
  if (path.startsWith('/pay')) {
    return html(
      200,
      `<!doctype html><html><body><form method="post" action="submit?a=1&amp;b=2">
        <input type="hidden" name="session" value="&quot;7&quot;">
        <input name="card" required><select name="answer"><option>refuse</option><option value="approve">yes</option></select>
        <input type="checkbox" name="save"><button name="go" value="now">Pay</button>
      </form></body></html>`,
    );
  }
  if (path.startsWith('/submit')) {
    return html(
      200,
      `<form method="POST" action="https://merchant.test/return?id=1"><input type="hidden" name="got" value="${method} ${path.replaceAll('&', '&amp;')} ${text(body).replaceAll('&', '&amp;')}"></form>`,
    );
  }
  return plain(404, 'nothing here');
};

const isMerchant = (url: string): boolean => url.startsWith('https://merchant.test/');
const expected = 'POST /submit?a=1&b=2 session=%227%22&card=41&answer=approve&go=now';

function journey(origin: string, send: Send): Promise<ShopperArrival> {
  return browse({ url: `${origin}/start` }, { isMerchant, send, answers: { card: '41', answer: 'approve' } });
}

const got = (arrival: ShopperArrival): string | null => new URLSearchParams(text(arrival.body)).get('got');

describe('the scripted shopper', () => {
  let listening: Listening<'shop'> | undefined;
  afterEach(async () => {
    await listening?.close();
  });

  it('walks redirects and forms to the merchant over the in-memory network', async () => {
    const network = createNetwork();
    network.attach('https://shop.test', shop);
    const arrival = await journey('https://shop.test', network.send);
    expect(arrival.method).toBe('POST');
    expect(arrival.url).toBe('https://merchant.test/return?id=1');
    expect(got(arrival)).toBe(expected);
    expect(arrival.visited).toHaveLength(3);
  });

  it('walks the same way over real HTTP', async () => {
    listening = await listen({ shop });
    expect(got(await journey(listening.origins.shop, sendOverHttp))).toBe(expected);
  });

  it('refuses to leave a required field empty', async () => {
    const network = createNetwork();
    network.attach('https://shop.test', shop);
    await expect(browse({ url: 'https://shop.test/start' }, { isMerchant, send: network.send })).rejects.toThrow(
      '"card" is required',
    );
  });

  it('stops on a page that leads nowhere and tells what it showed', async () => {
    const network = createNetwork();
    network.attach('https://shop.test', shop);
    const stopped = browse({ url: 'https://shop.test/lost' }, { isMerchant, send: network.send });
    await expect(stopped).rejects.toThrow(ShopperStopped);
    await expect(stopped).rejects.toMatchObject({ status: 404, page: 'nothing here' });
  });

  it('gives up after a bounded number of pages', async () => {
    const network = createNetwork();
    network.attach('https://loop.test', async () => redirect('/again'));
    await expect(
      browse({ url: 'https://loop.test/' }, { isMerchant, send: network.send, maximumHops: 5 }),
    ).rejects.toThrow('after 5 pages');
  });

  it('starts with a posted form when told to', async () => {
    const network = createNetwork();
    network.attach('https://acs.test', async ({ body }) => redirect(`https://merchant.test/?${text(body)}`));
    const arrival = await browse(
      { url: 'https://acs.test/', method: 'POST', fields: { PaReq: 'a b' } },
      { isMerchant, send: network.send },
    );
    expect(arrival.url).toBe('https://merchant.test/?PaReq=a+b');
  });
});

describe('the network', () => {
  it('refuses connections to origins nobody attached', async () => {
    await expect(
      createNetwork().send('https://nobody.test/', { method: 'GET', headers: {}, body: noBody }),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('hands over method, path with query, lower-case headers and raw bytes', async () => {
    const network = createNetwork();
    network.attach('https://api.test', async (request) => json(200, { ...request, body: text(request.body) }));
    const response = await network.send('https://api.test/a?b=%5B1%5D', {
      method: 'post',
      headers: { 'X-Signature': 's' },
      body: bytes('raw'),
    });
    expect(JSON.parse(text(response.body))).toEqual({
      method: 'POST',
      path: '/a?b=%5B1%5D',
      headers: { host: 'api.test', 'x-signature': 's' },
      body: 'raw',
    });
  });
});

describe('the server', () => {
  it('closes the connection without an answer when a handler throws, and closes twice without complaint', async () => {
    const listening = await listen({
      broken: async () => {
        throw new Error('no answer');
      },
    });
    await expect(
      sendOverHttp(`${listening.origins.broken}/`, { method: 'GET', headers: {}, body: noBody }),
    ).rejects.toThrow('fetch failed');
    await listening.close();
    await listening.close();
  });
});
