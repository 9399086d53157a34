import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact, redactDetails } from '../src/index.ts';

const pan = '4111111111111111';

describe('a text of the provider', () => {
  test('keeps what is harmless as it is', () => {
    for (const text of ['', 'Declined (05).', '10.50 USD at 2026-11-21 18:39:07', 'ref 12345678901', 'Відмова 🚫']) {
      expect(redact(text, ['key-of-the-shop'])).toBe(text);
    }
  });

  test.each([
    pan,
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111 - 1111 - 1111 - 1111',
    '4111–1111–1111–1111',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1',
    '４１１１１１１１１１１１１１１１',
    '501800000009',
    '6304000000000000000',
    '00000000000041111111111111110000000',
  ])('shows no digits of a card number: %s', (number) => {
    expect(redact(`card ${number}, PAN=${number}x`, [])).toBe('card [digits], PAN=[digits]x');
  });

  test('shows no secret, wherever it stands and however often', () => {
    const secret = 'sk_live.(+)[x]$';
    expect(redact(`${secret}a${secret}${secret}b`, [secret])).toBe('[secret]a[secret]b');
  });

  test('shows no secret that is written in another way', () => {
    const secret = 'sk_live_/Canary+7f3a';
    const bytes = Buffer.from(secret);
    const written = [
      bytes.toString('base64'),
      Buffer.from(`{"key":"${secret}"}`).toString('base64'),
      Buffer.from(`shop:${secret}`).toString('base64url'),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      encodeURIComponent(secret),
      bytes.toString('hex').replace(/../g, '%$&'),
      secret.replace('/', '\\/'),
      Array.from(secret, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(''),
      Array.from(secret).toReversed().join(''),
      Buffer.from(secret, 'utf16le').toString('latin1'),
      bytes.join(','),
    ];
    for (const text of written) expect(redact(`<${text}>`, [secret])).toMatch(/^<.{0,16}\[secret\].{0,8}>$/);
  });

  test('shows nothing of two secrets that overlap', () => {
    expect(redact('<abcdefghi>', ['abcdef', 'defghi'])).toBe('<[secret]>');
    expect(redact('<aaaaaaaaa>', ['aaaaaa'])).toBe('<[secret]>');
  });

  test('shows no security code, and does not tear numbers apart for it', () => {
    expect(redact('cvv 123, cvv=123 cvc123 (123).', ['123'])).toBe(
      'cvv [secret], cvv=[secret] cvc[secret] ([secret]).',
    );
    expect(redact('1234 and 0123 and 12', ['123'])).toBe('1234 and 0123 and 12');
  });

  test('is cut at 300 characters', () => {
    expect(redact('a'.repeat(300), [])).toBe('a'.repeat(300));
    expect(redact('a'.repeat(301), [])).toBe(`${'a'.repeat(300)}...`);
    expect(redact('a'.repeat(301), [], 400)).toBe('a'.repeat(301));
  });

  test('shows no part of a secret or a card number that the cut goes through', () => {
    const secret = 'k'.repeat(900);
    for (let before = 280; before <= 320; before += 1) {
      expect(redact(`${'-'.repeat(before)}${pan}`, [])).not.toMatch(/\d/);
      expect(redact(`${'-'.repeat(before)}${secret}`, [secret])).not.toContain('kk');
    }
  });

  test('shows no part of a secret after many that were masked before it', () => {
    const secret = `${'k'.repeat(100)}!`;
    expect(redact(secret.repeat(200), [secret])).not.toContain('k');
  });

  test('never shows a secret of the call, whatever surrounds it', () => {
    const secret = fc.string({ minLength: 6, maxLength: 40 }).filter((text) => !'[secret][digits]...'.includes(text));
    fc.assert(
      fc.property(fc.string(), secret, fc.string(), (before, hidden, after) => {
        const clean = redact(before + hidden + after, [hidden]);
        const rest = clean.replaceAll('[secret]', '\u0000').replaceAll('[digits]', '\u0000');
        expect(rest).not.toContain(hidden);
      }),
      { numRuns: 500 },
    );
  });

  test('is masked at once, also when it is a mebibyte made to be slow', () => {
    const began = performance.now();
    for (const text of ['1 '.repeat(500_000), '1'.repeat(1_000_000), '1-.'.repeat(300_000), 'k'.repeat(1_000_000)])
      redact(text, ['kkkkkkkk', '1']);
    expect(performance.now() - began).toBeLessThan(200);
  });

  test.each([
    ['one letter', 'a'.repeat(300_000), 'a'.repeat(700_000)],
    ['a digit', '1'.repeat(300_000), '1'.repeat(700_000)],
    ['two letters', 'ab'.repeat(150_000), 'ab'.repeat(350_000)],
  ])('is found at once, also where a provider repeats its own token of %s', (_name, secret, text) => {
    const milliseconds = Array.from({ length: 3 }, () => {
      const before = process.threadCpuUsage();
      const secrets = [secret];
      for (let field = 0; field < 20; field += 1) expect(redact(text, secrets, 2000)).toBe('[secret]...');
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(50);
  });

  test('is looked for at once, also where a provider almost repeats its own token everywhere', () => {
    const secret = `${'a'.repeat(1024)}c${'a'.repeat(300_000)}`;
    const milliseconds = Array.from({ length: 3 }, () => {
      const before = process.threadCpuUsage();
      for (let field = 0; field < 10; field += 1) redact('61'.repeat(50_000), [secret], 2000);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(50);
  });

  test('shows no part of a long secret that breaks off in it', () => {
    const secret = Array.from({ length: 200 }, (_, number) => number.toString(36))
      .join('')
      .slice(0, 200);
    for (const kept of [64, 100, 150])
      expect(redact(`<${secret.slice(0, kept)}> is wrong`, [secret])).toBe('<[secret]');
    expect(redact(`<${secret}> is wrong`, [secret])).toBe('<[secret]> is wrong');
    const longer = Array.from({ length: 200 }, (_, number) => (number * 7919).toString(36)).join('');
    expect(redact(`<${longer}> is wrong`, [longer], 2000)).toBe('<[secret]');
    expect(redact(`<${Buffer.from(secret).toString('hex').slice(0, 100)}>`, [secret])).toBe('<[secret]');
  });

  test('is no pattern, whatever the secret is', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, secrets) => {
        expect(() => redact(text, secrets)).not.toThrow();
      }),
    );
  });
});

describe('labelled details', () => {
  test('leave out what is absent and redact the rest', () => {
    const details = {
      status: 'failed',
      code: 5,
      test: false,
      message: `card ${pan}`,
      key: 'the-key',
      a: null,
      b: undefined,
      c: '',
    };
    expect(redactDetails(details, ['the-key'])).toEqual({
      status: 'failed',
      code: '5',
      test: 'false',
      message: 'card [digits]',
      key: '[secret]',
    });
  });
});
