import { CardToken, Secret } from '@ducat/core';
import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';
import type { PayCross } from '../src/index.ts';
import { attempt, card, charge, money, payout, tokenize } from './requests.ts';

export const canaries = {
  'card number': '4412397200018863',
  'security code': '7391',
  'card token': 'token-canary-5b1c',
  'secret key': 'secret-key-canary-1f0a',
} as const;
export const shopId = '361';
export const credentials: string = Buffer.from(`${shopId}:${canaries['secret key']}`).toString('base64');
export const everything: string = Object.values({ ...canaries, credentials }).join(' ');
export const uid = 'e89abc1a-1d18-4d0f-83a1-7009b333dce0';

const own = card(canaries['card number'], { securityCode: canaries['security code'] });
export const byCard = { kind: 'card', card: own } as const;
const token = new CardToken({ provider: 'paycross', value: canaries['card token'] });
const byToken = {
  kind: 'token',
  token,
  usage: 'oneclick',
  initiator: 'customer',
  securityCode: new Secret(canaries['security code']),
} as const;

type Send = (provider: PayCross) => Promise<unknown>;
export const sends: Readonly<Record<string, Send>> = {
  'tokenize with a card': (provider) => provider.tokenize(tokenize({ source: byCard }), attempt()),
  'charge with a card': (provider) => provider.charge(charge({ source: byCard }), attempt()),
  'charge with a token': (provider) => provider.charge(charge({ source: byToken }), attempt()),
  'authorize with a card': (provider) => provider.authorize(charge({ source: byCard }), attempt()),
  'authorize with a token': (provider) => provider.authorize(charge({ source: byToken }), attempt()),
  capture: (provider) => provider.capture({ authorization: uid, amount: money('10.00') }, attempt()),
  void: (provider) => provider.void({ authorization: uid, amount: money('10.00') }, attempt()),
  refund: (provider) => provider.refund({ payment: uid, amount: money('10.00'), reason: 'Too small' }, attempt()),
  'payout to a card': (provider) => provider.payout(payout({ amount: money('10.00'), destination: byCard }), attempt()),
  'payout to a token': (provider) =>
    provider.payout(payout({ amount: money('10.00'), destination: { ...byToken, usage: 'credit' } }), attempt()),
  lookup: (provider) => provider.lookup({ operation: 'charge', providerReference: uid }),
};

/** What each of them has given away: a capture sends no card data, so that nothing can tell that an echo is some. */
export function givenAway(name: string): readonly string[] {
  const always = [canaries['card number'], canaries['secret key'], credentials];
  return [
    ...always,
    ...(/^(tokenize|charge|authorize)/.test(name) ? [canaries['security code']] : []),
    ...(name.endsWith('a token') ? [canaries['card token']] : []),
  ];
}

/** Everything that printing the value can show. */
export function printed(value: unknown): string {
  let output = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      output += chunk.toString();
      done();
    },
  });
  new Console({ stdout: sink, stderr: sink }).log(value, [value], `${String(value)}`);
  const shown = inspect(value, { showHidden: true, depth: Number.POSITIVE_INFINITY, customInspect: true });
  const bare = inspect(value, {
    showHidden: true,
    depth: Number.POSITIVE_INFINITY,
    customInspect: false,
    getters: true,
  });
  const error = value instanceof Error ? [value.message, value.stack, String(value.cause)] : [];
  return [output, shown, bare, JSON.stringify(value), ...error].join('\n');
}
