import { describe, expect, test } from 'vitest';
import type { Action } from '@ducat/core';
import { result } from '../world/shop.ts';
import { openStub, pageOf, policyOf } from '../world/stub.ts';

const formTo = (url: string): Action => ({ kind: 'form_post', url, fields: { creq: 'abc' } });
const redirectTo = (url: string): Action => ({ kind: 'redirect', url });

describe('the challenge page', () => {
  test('lets nothing run but its own line, goes nowhere but to the bank, and is framed by nobody', async () => {
    const response = await openStub({ action: formTo('https://acs.bank.test:8443/creq?a=b') }).challenge();
    const nonce = (await pageOf(response.clone())).querySelector('script')?.getAttribute('nonce') ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policyOf(response)).toEqual({
      'default-src': "'none'",
      'script-src': `'nonce-${nonce}'`,
      'base-uri': "'none'",
      'form-action': 'https://acs.bank.test:8443',
      'frame-ancestors': "'none'",
    });
  });

  test('has another nonce each time', async () => {
    const stub = openStub();
    const policies = await Promise.all([1, 2, 3].map(async () => policyOf(await stub.challenge())['script-src']));
    expect(new Set(policies).size).toBe(3);
  });

  test('is kept by no cache, tells no address on, and is what it says it is', async () => {
    const { status, headers } = await openStub().challenge();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test('may be framed by those whom the merchant names', async () => {
    const frameAncestors = ['self', 'https://app.shop.test'];
    const response = await openStub({ web: { frameAncestors } }).challenge();
    expect(policyOf(response)['frame-ancestors']).toBe("'self' https://app.shop.test");
  });

  test('lets the bank redirect the form to the origins that the merchant names', async () => {
    const response = await openStub({ web: { formActions: ['https://other.bank.test'] } }).challenge();
    expect(policyOf(response)['form-action']).toBe('https://acs.bank.test https://other.bank.test');
  });

  test('can be used without scripts, without a mouse and without eyes', async () => {
    const page = await pageOf(await openStub().challenge());
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(page.querySelectorAll('main h1').map(({ text }) => text)).toEqual(['Confirm your payment']);
    expect(page.querySelector('title')?.text).toBe('Confirm your payment');
    expect(page.querySelector('[role=status]')?.text).toContain('taken to its page');
    const form = page.querySelector('form');
    expect(form?.getAttribute('method')).toBe('post');
    expect(form?.querySelectorAll('button').map((button) => button.getAttribute('type'))).toEqual(['submit']);
    expect(form?.querySelector('button')?.getAttribute('name')).toBeUndefined();
  });

  test('speaks the words of the merchant, by the request where they differ', async () => {
    const texts = ({ headers }: Request): object =>
      headers.get('accept-language') === 'uk' ? { language: 'uk', button: 'До банку' } : {};
    const stub = openStub({ web: { texts } });
    const page = await pageOf(await stub.challenge({ headers: { 'accept-language': 'uk' } }));
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('uk');
    expect(page.querySelector('button')?.text).toBe('До банку');
    expect((await pageOf(await stub.challenge())).querySelector('button')?.text).toBe('Go to the bank');
  });

  test('speaks English when the words of the merchant cannot be had', async () => {
    const texts = (): never => {
      throw new Error('no such file');
    };
    const page = await pageOf(await openStub({ web: { texts } }).challenge());
    expect(page.querySelector('button')?.text).toBe('Go to the bank');
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)//https://bank.test',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://bank.test/1',
    'http://bank.test/',
    'http://127.0.0.1/',
    '//bank.test/',
    '/pareq',
    'https:bank.test',
    'https:///bank.test',
    'https://user:password@bank.test/',
    'https://shop.test@bank.test/',
    'https:\\\\bank.test',
    'https://bank.test\\@evil.test/',
    'https://bank.test/\r\nset-cookie: a=b',
    "https://bank;script-src 'unsafe-inline'.test/",
    'https://bank;script-src.test/',
    'https://bank,default-src.test/',
    "https://'unsafe-inline'/",
    'https://*/',
    'https://*.test/',
    'https://',
    '',
  ])('sends nobody to %j (defect 58)', async (address) => {
    for (const action of [formTo(address), redirectTo(address)]) {
      const stub = openStub({ action });
      const response = await stub.challenge();
      expect(response.status).toBe(500);
      expect(response.headers.get('location')).toBeNull();
      expect(policyOf(response)['form-action']).toBe("'none'");
      expect((await pageOf(response)).querySelectorAll('form, a, script')).toEqual([]);
      expect(stub.events.map(({ type }) => type)).toEqual(['challenge_refused']);
    }
  });

  test('goes to this machine without https only when a test asks for it', async () => {
    const stub = openStub({ action: formTo('http://127.0.0.1:8080/creq'), web: { allowLoopback: true } });
    expect(policyOf(await stub.challenge())['form-action']).toBe('http://127.0.0.1:8080');
    const elsewhere = openStub({ action: formTo('http://10.0.0.1/creq'), web: { allowLoopback: true } });
    expect((await elsewhere.challenge()).status).toBe(500);
  });

  test('of a redirect is the redirect, with GET and nothing told', async () => {
    const response = await openStub({ action: redirectTo('https://psp.test/process/1?a=%22b&ü=1') }).challenge();
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('https://psp.test/process/1?a=%22b&%C3%BC=1');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).toBe('');
  });

  test('of a bank that asks in its app leads back by a link', async () => {
    const stub = openStub({ action: { kind: 'wait' } });
    const response = await stub.challenge();
    const page = await pageOf(response.clone());
    expect(page.querySelector('[role=status]')?.text).toContain('app of your bank');
    expect(page.querySelector('a')?.getAttribute('href')).toBe(stub.web.links('order-1').request.returnUrl);
    expect(page.querySelectorAll('script, form')).toEqual([]);
    expect(policyOf(response)).not.toHaveProperty('script-src');
  });

  test.each(['approved', 'declined', 'pending', 'unknown', 'not_sent'] as const)(
    'of a payment that is %s is the result page',
    async (status) => {
      const stub = openStub({ status });
      const response = await stub.challenge();
      expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
      expect(stub.resumed).toEqual([]);
    },
  );

  test('is looked at by HEAD without its text', async () => {
    const response = await openStub().challenge({ method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toBe('');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('is not had by %s', async (method) => {
    const response = await openStub().challenge({ method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});
