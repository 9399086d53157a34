import { describe, expect, test } from 'vitest';
import { createLinkBook } from '../../src/link/links.ts';
import { linkKey, result } from '../world/shop.ts';
import { form, openStub } from '../world/stub.ts';

const web = { resultOrigins: ['https://app.shop.test', 'https://shop.example:8443'] };

const elsewhere: readonly string[] = [
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  'https://evil.test',
  'https://app.shop.test@evil.test/',
  'https://app.shop.test:pass@evil.test/',
  'https://evil.test\\@app.shop.test/',
  'https://evil.test/https://app.shop.test/',
  'https://app.shop.test.evil.test/',
  'https://evilapp.shop.test/',
  'https://app.shop.test:444/',
  'https://shop.example/',
  'http://app.shop.test/',
  'https:/app.shop.test/',
  'https:app.shop.test/',
  'https:\\app.shop.test/',
  ' https://app.shop.test/',
  'https://app.shop.test/\r\nset-cookie: a=b',
  'https%3A%2F%2Fapp.shop.test/',
  'https://app.shop.test%2eevil.test/',
  'https://app.shop.test%00.evil.test/',
  'https://аpp.shop.test/',
  'javascript://app.shop.test/%0aalert(1)',
  'data:text/html,https://app.shop.test',
  'blob:https://app.shop.test/1',
  '',
  '.',
];

describe('the way back', () => {
  test.each(elsewhere)('is not made to %j', (resultUrl) => {
    const stub = openStub({ web });
    expect(() => stub.web.links('order-1', { resultUrl })).toThrow(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  });

  test.each(elsewhere)('goes to the usual place, not to %j, even when the link is signed', async (resultUrl) => {
    const stub = openStub({ web, status: 'approved' });
    const token = createLinkBook([linkKey]).write('return', { payment: 'order-1', resultUrl });
    const response = await stub.web.handle(new Request(`https://shop.test/payments/return/${token}`));
    expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
  });

  test.each([
    ['https://app.shop.test/done', 'https://app.shop.test/done?payment=order-1'],
    ['https://app.shop.test', 'https://app.shop.test/?payment=order-1'],
    ['https://shop.example:8443/a?b=c&payment=order-9#d', 'https://shop.example:8443/a?b=c&payment=order-1#d'],
    ['https://www.shop.test/other', 'https://www.shop.test/other?payment=order-1'],
  ])('goes to %s, which is on the list', async (resultUrl, location) => {
    const stub = openStub({ web, status: 'approved' });
    const { request, challengeUrl } = stub.web.links('order-1', { resultUrl });
    for (const url of [request.returnUrl, request.threeDSecure.termUrl ?? '', challengeUrl]) {
      const response = await stub.web.handle(new Request(url));
      expect([response.status, response.headers.get('location')]).toEqual([303, location]);
    }
  });

  test('is chosen by nothing that the browser adds', async () => {
    const stub = openStub({ web, status: 'approved' });
    const added =
      'resultUrl=https://app.shop.test/&url=//evil.test&payment=order-9&status=approved&__proto__[url]=//evil';
    const headers = { host: 'evil.test', 'x-forwarded-host': 'evil.test', referer: 'https://evil.test/' };
    for (const response of [
      await stub.comeBack('return', { headers }, `?${added}`),
      await stub.comeBack('term', { headers }, `?${added}`),
      await stub.comeBack('return', form(added)),
      await stub.comeBack('term', form(added)),
    ]) {
      expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
    }
  });

  test('starts from the address of the shop, whatever host the request names', async () => {
    const stub = openStub({ action: { kind: 'wait' } });
    const url = stub.web.links('order-1').challengeUrl.replace('shop.test', 'evil.test');
    const text = await (await stub.web.handle(new Request(url))).text();
    expect(text).toContain('href="https://shop.test/payments/return/');
    expect(text).not.toContain('evil');
  });

  test('tells the result page which payment it is and nothing of how it ended', async () => {
    for (const status of ['approved', 'declined', 'pending', 'unknown', 'not_sent', 'action_required'] as const) {
      const location = new URL((await openStub({ status }).comeBack('return')).headers.get('location') ?? '');
      expect([...location.searchParams]).toEqual([['payment', 'order-1']]);
    }
  });
});
