import { DucatError } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { result } from '../world/shop.ts';
import { form, openStub, pageOf, resultWith } from '../world/stub.ts';

const answer = form('PaRes=abcd&MD=1');
const fromElsewhere = new Headers({
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'cross-site',
});

describe('coming back', () => {
  test.each(['return', 'term'] as const)('to %s needs no cookie and sets none (defect 57)', async (by) => {
    const stub = openStub();
    for (const init of [{}, answer, { ...answer, headers: fromElsewhere }]) {
      const response = await stub.comeBack(by, init);
      expect([response.status, response.headers.get('location')]).toEqual([303, `${result}?payment=order-1`]);
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
    expect(stub.resumed.every(({ continuation }) => continuation === 'order-1-1')).toBe(true);
  });

  test.each(['approved', 'declined', 'not_sent'] as const)('to a payment that is %s asks nobody', async (status) => {
    const stub = openStub({ status });
    await stub.comeBack('term', answer);
    expect(stub.resumed).toEqual([]);
    expect(stub.events).toEqual([{ type: 'shopper_returned', payment: 'order-1', status }]);
  });

  test.each(['pending', 'unknown'] as const)('to a payment that is %s asks about its last attempt', async (status) => {
    const stub = openStub({ status });
    await stub.comeBack('return');
    expect(stub.resumed).toEqual([{ continuation: 'order-1-1' }]);
  });

  test('to a payment that waits for no shopper changes nothing', async () => {
    const refused = new DucatError({ code: 'invalid_request', message: 'continuation: no', effect: 'none' });
    const stub = openStub({ status: 'pending', resume: () => Promise.reject(refused) });
    const response = await stub.comeBack('return');
    expect(response.status).toBe(303);
    expect(stub.events).toEqual([{ type: 'shopper_returned', payment: 'order-1', status: 'pending' }]);
  });

  test('tells the operator what the provider said', async () => {
    const stub = openStub({ resume: async () => resultWith('declined') });
    await stub.comeBack('return');
    expect(stub.events).toEqual([{ type: 'shopper_returned', payment: 'order-1', status: 'declined' }]);
  });

  test.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'])('by %s asks nobody', async (method) => {
    const stub = openStub();
    for (const by of ['return', 'term'] as const) {
      const response = await stub.comeBack(by, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST']);
    }
    expect(stub.resumed).toEqual([]);
  });

  test('while the journal fails can be repeated', async () => {
    let isBroken = true;
    const failure = new DucatError({ code: 'journal_failed', message: 'disk full', effect: 'none', retry: 'safe' });
    const stub = openStub({ resume: async () => (isBroken ? Promise.reject(failure) : resultWith('approved')) });
    const response = await stub.comeBack('term', answer);
    expect(response.status).toBe(503);
    const page = await pageOf(response);
    expect(page.querySelector('[role=alert]')?.text).toContain('Load this page again');
    expect(page.toString()).not.toContain('disk');
    expect(stub.events).toMatchObject([{ type: 'page_failed', page: 'term', answered: 503, reason: 'disk full' }]);
    isBroken = false;
    expect((await stub.comeBack('term', answer)).status).toBe(303);
  });

  test('while something is broken says so to the operator, and not what it was about', async () => {
    const stub = openStub({ resume: () => Promise.reject(new TypeError('4111111111111111')) });
    const response = await stub.comeBack('return');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('4111');
    expect(stub.events).toMatchObject([{ type: 'page_failed', answered: 500, reason: 'TypeError was thrown' }]);
    expect(JSON.stringify(stub.events)).not.toContain('4111');
  });

  test('with a body of more than the limit is refused before it is read', async () => {
    const stub = openStub({ web: { limits: { answerBytes: 100 } } });
    const body = `PaRes=${'a'.repeat(100)}&MD=1`;
    expect((await stub.comeBack('term', form(body))).status).toBe(413);
    expect(stub.resumed).toEqual([]);
    expect(stub.events).toMatchObject([{ type: 'page_failed', answered: 413 }]);
  });

  test('with a body that does not end is refused in time', async () => {
    const stub = openStub({ web: { limits: { bodyMilliseconds: 20 } } });
    const body = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('PaRes=')) });
    const response = await stub.comeBack('term', { ...answer, body, duplex: 'half' });
    expect(response.status).toBe(408);
    expect(stub.resumed).toEqual([]);
  });
});
