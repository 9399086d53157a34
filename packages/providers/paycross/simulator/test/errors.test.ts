import { bytes, text } from '@ducat/simulator';
import { describe, expect, it } from 'vitest';

import { authorization, createMerchant, gatewayUrl, order } from './merchant.ts';

const errors = { amount: ['must be greater than 0'] };
const message = 'Amount must be greater than 0.';

describe('errors', () => {
  it('come in each of the shapes the platform has been seen to use', async () => {
    const request = order({ amount: 0 });
    const recorded = await createMerchant().post('payments', request);
    expect(recorded).toMatchObject({ status: 422, body: { response: { message, errors } } });
    const documented = createMerchant({ options: { errorShape: 'flat', validationStatus: 400 } });
    expect(await documented.post('payments', request)).toMatchObject({ status: 400, body: { message, errors } });
    const versionThree = await createMerchant().post('payments', request, { 'X-API-Version': '3' });
    expect(versionThree.body).toMatchObject({ code: 'E.1025', message, errors });
  });

  it('refuses a stranger', async () => {
    const { status, body } = await createMerchant().post('payments', order(), { authorization: 'Basic eDp5' });
    expect(status).toBe(401);
    expect(body).toEqual({ message: 'Invalid shop_id/secret_key.', errors: { system: ['System error.'] } });
  });

  it('refuses card numbers of a shop that may not send them', async () => {
    const { post } = createMerchant({ options: { rawCardNumbers: false } });
    expect((await post('payments', order(), { 'X-API-Version': '3' })).body).toMatchObject({ code: 'E.1065' });
  });

  it('refuses a body that is not JSON or not wrapped', async () => {
    const { network } = createMerchant();
    const send = async (body: string | Uint8Array, type: string): Promise<readonly [number, string]> => {
      const headers = { authorization, accept: 'application/json', 'content-type': type };
      const url = `${gatewayUrl}/transactions/payments`;
      const response = await network.send(url, {
        method: 'POST',
        headers,
        body: typeof body === 'string' ? bytes(body) : body,
      });
      return [response.status, text(response.body)];
    };
    expect(await send('{', 'application/json')).toMatchObject([422, expect.stringContaining('not JSON')]);
    expect(await send('{"amount":1}', 'application/json')).toMatchObject([422, expect.stringContaining('"request"')]);
    const latin = Buffer.from('{"request":{"description":"M\xfcnze"}}', 'latin1');
    expect(await send(latin, 'application/json')).toMatchObject([422, expect.stringContaining('UTF-8')]);
    expect(await send('{}', 'text/plain')).toMatchObject([415, expect.any(String)]);
  });

  it('requires the caller to accept JSON and knows no other paths', async () => {
    const { get, post } = createMerchant();
    expect((await get('/transactions/x', { accept: 'text/html' })).status).toBe(406);
    expect((await post('donations', {})).status).toBe(404);
    expect((await get('/transactions')).status).toBe(404);
  });

  it('answers an unknown uid without errors', async () => {
    const { status, body } = await createMerchant().get('/transactions/no-such-uid');
    expect(status).toBe(404);
    expect(body).toEqual({ response: { message: 'Record not found' } });
  });
});
