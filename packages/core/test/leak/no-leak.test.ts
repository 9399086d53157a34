import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Card, CardToken, DucatError, invalidRequest, Money, Secret } from '../../src/index.ts';
import { revealSecret } from '../../src/reveal.ts';
import { refusalOf } from '../refusal.ts';
import { formsOf, leaksIn } from './detector.ts';
import { outputsOf } from './outputs.ts';

// The digits between the first six and the last four are a canary of their own: a mask must not show any more of them.
const canaries = {
  number: '4412397212080000',
  'hidden digits': '721208',
  'security code': '8264',
  key: 'sk_live_/Canary+Key=7f3a91',
  token: 'tok~Canary&Token?5d20e8',
};

const card = new Card({
  number: '4412 3972 1208 0000',
  expiryMonth: 12,
  expiryYear: 2031,
  securityCode: canaries['security code'],
});
const key = new Secret(canaries.key);
const token = new CardToken({ provider: 'paycross', value: canaries.token, customerReference: 'customer-1' });

function leaksOf(value: unknown): string[] {
  return [...outputsOf(value)].flatMap(([way, output]) => leaksIn(output, canaries).map((leak) => `${way}: ${leak}`));
}

const refusals: Readonly<Record<string, () => unknown>> = {
  'a mistyped card number': () => new Card({ ...valid, number: '4412397212080001' }),
  'a card number with too many digits': () => new Card({ ...valid, number: `${canaries.number}12345` }),
  'a card number with a letter': () => new Card({ ...valid, number: `${canaries.number}x` }),
  'a card number of the wrong type': () => new Card({ ...valid, number: 4412397212080000 as unknown as string }),
  'a card number in the holder field': () => new Card({ ...valid, holder: canaries.number }),
  'a card number in the expiry field': () => new Card({ ...valid, expiryYear: 4412397212080000 }),
  'a card number in the security code field': () => new Card({ ...valid, securityCode: canaries.number }),
  'a token in place of a stored token': () => CardToken.fromStorage(canaries.token),
  'a damaged stored token': () => CardToken.fromStorage(`${token.toStorage()}x`),
  'a token for no provider': () => new CardToken({ provider: '', value: canaries.token }),
  'a card number in place of an amount': () => Money.parse(`${canaries.number}.123`, 'USD'),
  'a card number in place of a currency': () => Money.of(1n, canaries.number as 'USD'),
  'a list in place of a key': () => new Secret([canaries.key] as unknown as string),
};
const valid = { number: canaries.number, expiryMonth: 12, expiryYear: 2031 };

describe('what a program does with a value in passing shows nothing of', () => {
  test.each([
    ['a secret', key],
    ['a card', card],
    ['a card number', card.number],
    ['a security code', card.securityCode],
    ['a token', token],
    ['the value of a token', token.value],
    ['a token that was stored and loaded', CardToken.fromStorage(token.toStorage())],
    ['a request that carries them', { source: { kind: 'card', card }, options: { key }, tokens: [token] }],
    ['a list of them', [card, key, token]],
    ['an error that carries them as its cause', new DucatError({ ...internal(), cause: { card, key, token } })],
  ])('%s', (_name, value) => {
    expect(leaksOf(value)).toEqual([]);
  });
});

describe('an error tells nothing of the value that it refuses:', () => {
  test.each(Object.entries(refusals))('%s', (_name, act) => {
    const error = refusalOf(act);
    expect(leaksOf(error)).toEqual([]);
    expect(error.cause).toBeUndefined();
  });
});

describe('what is shown instead', () => {
  test('is the same mask in every print of a value', () => {
    expect([String(key), JSON.stringify(key), inspect(key)]).toEqual(['[secret]', '"[secret]"', '[secret]']);
    expect([String(card), inspect(card)]).toEqual(['441239******0000', 'Card 441239******0000']);
    expect(JSON.parse(JSON.stringify(card))).toEqual({ number: '441239******0000', expiryMonth: 12, expiryYear: 2031 });
    expect([String(token), inspect(token)]).toEqual(['[token of paycross]', '[token of paycross]']);
    expect(JSON.parse(JSON.stringify(token))).toEqual({ provider: 'paycross', value: '[secret]' });
  });

  test('leaves out the name of the holder, which is there for those who ask for it', () => {
    const named = new Card({ ...valid, holder: 'Olena Kanarchuk' });
    expect(`${String(named)} ${JSON.stringify(named)} ${inspect({ named }, { showHidden: true })}`).not.toContain(
      'Olena',
    );
    expect(named.holder).toBe('Olena Kanarchuk');
  });

  test.each([
    ['630400000000', '630400****00'],
    ['6304000000000', '630400****000'],
    ['36000000000008', '360000****0008'],
    ['378282246310005', '378282*****0005'],
    ['6304000000000000000', '630400*********0000'],
  ])('of the number %s is %s: at most six and four digits, and four stay hidden', (number, shown) => {
    expect(String(new Card({ ...valid, number }))).toBe(shown);
  });
});

/** What `Card` would be without private fields and masks. */
class Unprotected {
  readonly number = canaries.number;
  get shown(): string {
    return this.number;
  }
  toString(): string {
    return this.number;
  }
}

describe('the detector of this test', () => {
  test('finds the leak of an object without protection in every way that shows values at all', () => {
    const silent = [...outputsOf(new Unprotected())].filter(([, output]) => leaksIn(output, canaries).length === 0);
    expect(silent.map(([way]) => way)).toEqual(['format %c', 'own keys', 'prototype']);
  });

  test.each(Object.entries(canaries))('finds the canary "%s" in each of its forms', (name, canary) => {
    for (const [form, text] of formsOf(canary)) {
      expect(leaksIn(`before ${text} after`, canaries), form).toContain(`${name} (${form})`);
    }
  });

  test.each([
    ['groups', '4412-3972-1208-0000', 'number (plain)'],
    ['a dump of bytes', inspect(Buffer.from(canaries.number)), 'number (hexadecimal)'],
    [
      'base64 of a longer text',
      Buffer.from(`{"pan":"${canaries.number}"}`).toString('base64'),
      'number (base64 at offset 2)',
    ],
    ['an upper-case dump', Buffer.from(canaries.key).toString('hex').toUpperCase(), 'key (hexadecimal)'],
    [
      'the storage form of a token, which is as secret as the token',
      token.toStorage(),
      'token (base64url at offset 2)',
    ],
    ['a revealed secret', revealSecret(key), 'key (plain)'],
    ['an error that quotes', invalidRequest('card', `not ${canaries.number}`).message, 'hidden digits (plain)'],
  ])('finds a canary in %s', (_name, output, leak) => {
    expect(leaksIn(output, canaries)).toContain(leak);
  });
});

function internal(): { code: 'internal'; message: string; effect: 'none' } {
  return { code: 'internal', message: 'failed', effect: 'none' };
}
