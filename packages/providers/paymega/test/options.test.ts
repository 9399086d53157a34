import type { PaymegaOptions } from '../src/index.ts';
import { createPaymega } from '../src/index.ts';
import { DucatError, Secret, ports, supports } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { account } from './shop.ts';

function refusalOf(options: object): DucatError {
  try {
    void createPaymega({ ...account, ...options } as PaymegaOptions).close();
  } catch (thrown) {
    if (DucatError.is(thrown)) return thrown;
  }
  throw new Error('nothing was refused');
}

const table: Readonly<Record<string, readonly [path: string, options: object]>> = {
  'no account': ['accountId', { accountId: '' }],
  'a colon in the account': ['accountId', { accountId: 'coma_1:x' }],
  'no API key': ['apiKey', { apiKey: '' }],
  'an API key that is missing': ['apiKey', { apiKey: undefined }],
  'no private keys': ['privateKeys', { privateKeys: undefined }],
  'private keys of no mode': ['privateKeys', { privateKeys: {} }],
  'an empty private key': ['privateKeys.live', { privateKeys: { live: '' } }],
  'one private key for both modes': ['privateKeys', { privateKeys: { live: 'sk_1', test: new Secret('sk_1') } }],
  'a private key of a third mode': ['privateKeys.sandbox', { privateKeys: { live: 'sk_1', sandbox: 'sk_2' } }],
  'an API without TLS': ['baseUrl', { baseUrl: 'http://api.paymega.io' }],
  'credentials in a URL': ['baseUrl', { baseUrl: 'https://a:b@api.paymega.io' }],
  'a Cardgate without TLS': ['cardgateUrl', { cardgateUrl: 'http://card.psp.name' }],
  'a Cardgate that is no URL': ['cardgateUrl', { cardgateUrl: 'card.psp.name' }],
  'a relay host with a path': ['relayHosts.0', { relayHosts: ['card.psp.name/x'] }],
  'a relay host with a scheme': ['relayHosts.0', { relayHosts: ['https://card.psp.name'] }],
  'a relay host with a port that there is not': ['relayHosts.0', { relayHosts: ['card.psp.name:99999'] }],
  'a relay host that is no address': ['relayHosts.0', { relayHosts: ['4111111111111111'] }],
  'a relay host that no URL would show like that': ['relayHosts.0', { relayHosts: ['127.1'] }],
  'a relay host with the port that it has anyway': ['relayHosts.0', { relayHosts: ['card.psp.name:443'] }],
  'a relay host in upper case': ['relayHosts.0', { relayHosts: ['Card.psp.name'] }],
  'no time at all': ['timeoutMilliseconds', { timeoutMilliseconds: 0 }],
  'no connection at all': ['connections', { connections: 0 }],
  'a mode as text': ['testMode', { testMode: 'true' }],
  'an option that nobody knows': ['apikey', { apikey: 'x' }],
};

describe('options with', () => {
  for (const [what, [path, options]] of Object.entries(table)) {
    test(`${what} are refused by the name of the option`, () => {
      const error = refusalOf(options);
      expect({ code: error.code, effect: error.effect, paths: error.issues.map((issue) => issue.path) }).toEqual({
        code: 'invalid_options',
        effect: 'none',
        paths: [path],
      });
    });
  }

  test('several mistakes are told of all at once, and never show a key', () => {
    const error = refusalOf({ accountId: '', apiKey: 7, privateKeys: { live: 'sk_live_1', other: 'sk_other_1' } });
    expect(error.issues).toHaveLength(3);
    expect(JSON.stringify(error) + String(error.stack)).not.toMatch(/sk_/);
  });
});

describe('a Paymega account', () => {
  test('has every port', async () => {
    const provider = createPaymega(account);
    expect(supports(provider, ...ports)).toBe(true);
    expect(provider.id).toBe('paymega');
    await provider.close();
  });
});
