import type { Operation } from '@ducat/core';
import { bytes } from '@ducat/simulator';
import { createPublicKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generatePrivateKey } from '../simulator/index.ts';
import { byCard, canaries, credentials, everything, givenAway, printed, sends, shopId, uid } from './canaries.ts';
import { attempt, charge } from './requests.ts';
import { scripted } from './scripted.ts';
import type { Scripted } from './scripted.ts';

const echoes: Readonly<Record<string, (text: string) => { readonly status?: number; readonly body: unknown }>> = {
  'an error message': (text) => ({ status: 422, body: { response: { message: text, errors: { base: [text] } } } }),
  'an error of a field': (text) => ({
    status: 400,
    body: { message: 'Invalid', errors: { credit_card: { number: [text] } } },
  }),
  'the name of a field': (text) => ({ status: 422, body: { message: 'Invalid', errors: { [text]: ['is wrong'] } } }),
  'an error code': (text) => ({ status: 422, body: { code: text, message: 'Invalid', errors: {} } }),
  'a duplicate message': (text) => ({ status: 422, body: { message: `duplicate ${text}` } }),
  'a status': (text) => ({ body: transaction({ status: text }) }),
  'a decline': (text) => ({
    body: transaction({ status: 'failed', message: text, code: text, friendly_message: text }),
  }),
  'a success': (text) => ({
    body: transaction({
      message: text,
      credit_card: { brand: text, issuer_name: text, issuer_country: text, bin: text, last_4: text },
    }),
  }),
  'a challenge': (text) => ({
    body: transaction({ status: 'incomplete', message: text, three_d_secure_verification: { status: text } }),
  }),
  'another kind': (text) => ({ body: transaction({ type: text, message: text }) }),
  'a proxy page': (text) => ({ status: 502, body: `<html>${text}</html>` }),
  'a currency': (text) => ({ body: transaction({ currency: text }) }),
};

function transaction(changes: object): object {
  return { transaction: { uid, status: 'successful', amount: 1000, currency: 'USD', ...changes } };
}

function leaky(echo: keyof typeof echoes, text: string): Scripted {
  return scripted(() => echoes[echo]?.(text) ?? { body: {} }, { shopId, secretKey: canaries['secret key'] });
}

describe.each(Object.keys(sends))('%s', (name) => {
  it.each(Object.keys(echoes))('shows no secret when %s repeats it', async (echo) => {
    const send = sends[name] ?? (() => Promise.reject(new Error(name)));
    for (const secret of [...givenAway(name), givenAway(name).join(' ')]) {
      const { provider } = leaky(echo, `said ${secret} again`);
      const result = await send(provider).catch((thrown: unknown) => thrown);
      const text = printed(result);
      expect(text.length).toBeGreaterThan(50);
      for (const canary of givenAway(name)) expect(text, `${echo}: ${canary}`).not.toContain(canary);
    }
  });
});

describe('the provider object', () => {
  it('shows neither the secret key nor the credentials', () => {
    const text = printed(leaky('a success', '').provider);
    for (const canary of [canaries['secret key'], credentials]) expect(text).not.toContain(canary);
  });
});

describe('evidence that comes by itself', () => {
  it('shows no secret when a webhook repeats it, not even the token that it brings', async () => {
    const privateKey = generatePrivateKey();
    const webhookPublicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
    const { provider } = scripted(() => ({ body: {} }), {
      shopId,
      secretKey: canaries['secret key'],
      webhookPublicKey,
    });
    const stored = {
      credit_card: { token: canaries['card token'], issuer_name: everything.slice(0, 60) },
      additional_data: { contract: ['recurring'] },
    };
    const body = bytes(
      JSON.stringify(transaction({ type: 'payment', message: everything, friendly_message: everything, ...stored })),
    );
    const headers = {
      authorization: `Basic ${credentials}`,
      'content-signature': sign('sha256', body, privateKey).toString('base64'),
    };
    const event = await provider.webhook({ headers, body });
    const text = printed(event);
    expect(text).toContain('[secret]');
    const hidden = [canaries['card number'], canaries['card token'], canaries['secret key'], credentials];
    for (const canary of hidden) expect(text).not.toContain(canary);
  });

  it.each<Operation>(['charge', 'tokenize', 'payout'])(
    'shows no secret when a lookup of a %s repeats the token that it brings',
    async (operation) => {
      const brings = {
        type: 'tokenization',
        message: everything,
        credit_card: { token: canaries['card token'], brand: canaries['card token'] },
      };
      const { provider } = scripted(() => ({ body: transaction(brings) }), {
        shopId,
        secretKey: canaries['secret key'],
      });
      const text = printed(await provider.lookup({ operation, providerReference: uid }));
      for (const canary of [canaries['card number'], canaries['card token'], canaries['secret key']])
        expect(text).not.toContain(canary);
    },
  );

  it('shows at most the first six and the last four digits of a card', async () => {
    const section = { bin: '4412397', last_4: '18863', bin_8: '44123972' };
    const { provider } = scripted(() => ({ body: transaction({ credit_card: section }) }));
    expect(await provider.charge(charge({ source: byCard }), attempt())).toMatchObject({
      status: 'approved',
      card: {},
    });
    const shown = scripted(() => ({ body: transaction({ credit_card: { bin: '441239', last_4: '8863' } }) }));
    expect(await shown.provider.charge(charge({ source: byCard }), attempt())).toMatchObject({
      card: { firstSix: '441239', lastFour: '8863' },
    });
  });

  it('shows them also where a token happens to look like them', async () => {
    const { provider } = scripted(() => ({ body: transaction({ credit_card: { token: '8863', last_4: '8863' } }) }));
    expect(await provider.charge(charge({ source: byCard }), attempt())).toMatchObject({ card: { lastFour: '8863' } });
  });
});
