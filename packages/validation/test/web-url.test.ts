import { isSecureUrl, isWebUrl } from '@ducat/validation';
import { describe, expect, test } from 'vitest';

const secure = [
  'https://shop.example/return?order=1#top',
  'https://shop.example',
  'https://shop.example/@customer',
  'https://shop.example?by=jane@shop.example',
  'HTTPS://SHOP.EXAMPLE/',
  'https://shop.example:8443/',
  'https://xn--e1afmkfd.example/',
  'http://localhost:8080/',
  'http://127.0.0.1/',
  'http://[::1]:3000/',
];
const webOnly = [
  'http://shop.example/',
  'http://localhost.example/',
  'http://127.0.0.1.example/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://[::2]/',
];
const neither = [
  '',
  ' ',
  'shop.example',
  '/return',
  '//shop.example/',
  'https:',
  'https://',
  'https:shop.example',
  'https:/shop.example',
  'https:///shop.example/',
  'javascript:alert(1)',
  'JavaScript://shop.example/%0aalert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://shop.example/',
  'blob:https://shop.example/x',
  'https://user@shop.example/',
  'https://@shop.example/',
  'https://user@shop.example?x',
  'https://shop.example:1@evil.example',
  'https://user:password@shop.example/',
  'https://:password@shop.example/',
  'https://shop.example:port/',
  'https://[::1/',
  'https:\\\\shop.example\\',
  'https://shop.example\\@evil.example/',
  'https://shop.example/a b',
  ' https://shop.example/',
  'https://shop.example/\n',
  'https://shop\n.example/',
  'https://shop.example/\r\nx-injected: 1',
  'https://shop.example/\t',
  'https://shop.example/\0',
  'java\nscript://shop.example/',
  `https://shop.example/${'a'.repeat(2048)}`,
];

describe('a URL', () => {
  test.each(secure)('is secure: %s', (text) => {
    expect([isSecureUrl(text), isWebUrl(text)]).toEqual([true, true]);
  });

  test.each(webOnly)('is one of the web and not secure: %s', (text) => {
    expect([isSecureUrl(text), isWebUrl(text)]).toEqual([false, true]);
  });

  test.each(neither)('is neither: %j', (text) => {
    expect([isSecureUrl(text), isWebUrl(text)]).toEqual([false, false]);
  });

  test('has at most 2,048 characters', () => {
    const url = (length: number): string => `https://shop.example/`.padEnd(length, 'a');
    expect([isWebUrl(url(2048)), isWebUrl(url(2049))]).toEqual([true, false]);
  });
});
