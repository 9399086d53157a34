import { DucatError } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { WebOptions } from '../src/index.ts';
import { createWebHandlers, createWebhookHandler } from '../src/index.ts';
import { linkKey } from './world/shop.ts';

const ignore = async (): Promise<never> => Promise.reject(new Error('nobody asks'));

const right: WebOptions = {
  payments: { receive: ignore, get: ignore, resume: ignore },
  baseUrl: 'https://shop.test/payments',
  linkKeys: [linkKey],
  resultUrl: 'https://shop.test/thanks',
};

/** The names of the options that are wrong. */
function wrongIn(options: unknown): string[] {
  try {
    createWebHandlers(options as WebOptions);
    return [];
  } catch (error) {
    if (!DucatError.is(error) || error.code !== 'invalid_options') throw error;
    return error.issues.map(({ path, message }) => (message.includes(linkKey) ? 'told the key' : path)).sort();
  }
}

describe('the options', () => {
  test('may be as few as these', () => {
    expect(wrongIn(right)).toEqual([]);
    expect(wrongIn({ ...right, onEvent: undefined, limits: undefined, texts: undefined })).toEqual([]);
  });

  test('are told all at once', () => {
    expect(wrongIn({})).toEqual(['baseUrl', 'linkKeys', 'payments', 'resultUrl']);
    expect(wrongIn(undefined)).toEqual(['baseUrl', 'linkKeys', 'payments', 'resultUrl']);
  });

  test.each<readonly [string, unknown]>([
    ['payments', {}],
    ['payments', { receive: ignore, get: ignore }],
    ['baseUrl', 'http://shop.test/payments'],
    ['baseUrl', 'http://127.0.0.1/payments'],
    ['baseUrl', '/payments'],
    ['baseUrl', 'https://shop.test/payments?a=b'],
    ['baseUrl', 'https://user@shop.test/'],
    ['baseUrl', `https://shop.test/${'a'.repeat(180)}`],
    ['linkKeys', []],
    ['linkKeys', linkKey],
    ['linkKeys', ['']],
    ['linkKeys', [' '.repeat(64)]],
    ['linkKeys', ['a'.repeat(64)]],
    ['linkKeys', [linkKey, 'short']],
    ['linkKeys', [linkKey.slice(1)]],
    ['linkKeys', [linkKey.slice(1).padEnd(64)]],
    ['linkKeys', [undefined]],
    ['resultUrl', '/thanks'],
    ['resultUrl', 'http://shop.test/thanks'],
    ['resultUrl', 'javascript:alert(1)'],
    ['resultOrigins', ['https://shop.test/']],
    ['resultOrigins', ['https://*.shop.test']],
    ['resultOrigins', ['*']],
    ['resultOrigins', 'https://shop.test'],
    ['frameAncestors', ['*']],
    ['frameAncestors', ['https://a.test; script-src *']],
    ['frameAncestors', ['https://a.test/path']],
    ['formActions', ["'self'"]],
    ['formActions', ['https:']],
    ['texts', 'English'],
    ['onEvent', 'log'],
    ['limits', 10],
    ['limits', { webhookBytes: 0 }],
    ['limits', { webhookBytes: 1.5 }],
    ['limits', { answerBytes: '10' }],
    ['limits', { answerBytes: 65_537 }],
    ['limits', { bodyMilliseconds: Infinity }],
    ['limits', { bytes: 10 }],
    ['allowLoopback', 'yes'],
    ['allowLoopBack', true],
    ['__proto__', true],
  ])('are refused with %s: %j (defect 16)', (name, value) => {
    const options = { ...right };
    Object.defineProperty(options, name, { value, enumerable: true });
    expect(wrongIn(options)).toEqual([name]);
  });

  test.each(Object.keys({ ...right, limits: {}, allowLoopback: true }))(
    'that cannot even be read are refused, without what was thrown: %s',
    (name) => {
      const get = (): never => {
        throw new Error('canary');
      };
      const options = Object.defineProperty({ ...right }, name, { get, enumerable: true });
      expect(wrongIn(options)).toEqual(['options']);
      const nested = { ...right, limits: Object.defineProperty({}, 'webhookBytes', { get, enumerable: true }) };
      expect(wrongIn(nested)).toEqual(['options']);
    },
  );

  test('of webhooks alone are an engine and nothing more', () => {
    expect(() => createWebhookHandler({ payments: { receive: ignore } })).not.toThrow();
    const none = {} as WebOptions;
    expect(() => createWebhookHandler(none)).toThrow(expect.objectContaining({ code: 'invalid_options' }));
  });
});
