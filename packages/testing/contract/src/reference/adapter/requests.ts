import { Card, CardToken, Money, Secret, isAttemptReference } from '@ducat/core';
import type { Check, Fields } from './check.ts';
import { object, optional, record, union, where } from './check.ts';

export function isWebUrl(text: unknown): boolean {
  if (typeof text !== 'string' || text.length > 2048 || !/^https?:\/\/(?!\/)[^\s\\]+$/.test(text)) return false;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.username === '' && url.password === '';
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(value);
}

const matching = (pattern: RegExp): Check => where((value) => typeof value === 'string' && pattern.test(value));
const text = (most: number): Check =>
  where((value) => typeof value === 'string' && value !== '' && value.length <= most);
const oneOf = (...words: readonly string[]): Check =>
  where((value) => typeof value === 'string' && words.includes(value));
const instance = (type: new (...parameters: never[]) => object): Check => where((value) => value instanceof type);
const anything = where((value) => typeof value === 'object');
const truth = where((value) => typeof value === 'boolean');
const count = where((value) => Number.isInteger(value) && Number(value) >= 0);
const webUrl = where(isWebUrl);
const words = record(where((value) => typeof value === 'string'));
const amount = where((value) => value instanceof Money && value.minorUnits > 0n);
const usage = oneOf('recurring', 'oneclick', 'credit');
const usages = where(
  (value) => Array.isArray(value) && value.length > 0 && value.every((one) => usage(one, '').length === 0),
);

const customer = object({
  reference: optional(text(255)),
  name: optional(text(255)),
  email: optional(matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)),
  phone: optional(text(100)),
  ipAddress: optional(matching(/^[0-9A-Fa-f.:]{2,45}$/)),
  deviceId: optional(text(255)),
  birthDate: optional(matching(/^\d{4}-\d{2}-\d{2}$/)),
  metadata: optional(words),
});
const lines = ['firstName', 'lastName', 'state', 'city', 'line', 'postalCode', 'phone'];
const address = object({
  ...Object.fromEntries(lines.map((name) => [name, optional(text(255))])),
  country: optional(matching(/^[A-Z]{2}$/)),
});
const measures = ['colorDepth', 'screenWidth', 'screenHeight', 'windowWidth', 'windowHeight'];
const browser = object({
  ...Object.fromEntries(
    ['acceptHeader', 'userAgent', 'language', 'timeZoneName', 'deviceChannel'].map((name) => [
      name,
      optional(text(2048)),
    ]),
  ),
  ...Object.fromEntries(measures.map((name) => [name, optional(count)])),
  javaEnabled: optional(truth),
  timeZoneOffset: optional(where(Number.isInteger)),
});

const card = object({ kind: oneOf('card'), card: instance(Card) });
const hosted = object({ kind: oneOf('hosted') });
const token = object({
  kind: oneOf('token'),
  token: instance(CardToken),
  usage,
  initiator: oneOf('customer', 'merchant'),
  securityCode: optional(instance(Secret)),
});

const communication: Fields = {
  language: optional(matching(/^[a-z]{2}$/)),
  webhookUrl: optional(webUrl),
  metadata: optional(words),
  testMode: optional(truth),
  providerOptions: optional(anything),
};
const details: Fields = {
  amount,
  description: text(255),
  customer: optional(customer),
  billingAddress: optional(address),
  descriptor: optional(text(255)),
  browser: optional(browser),
  returnUrl: optional(webUrl),
  threeDSecure: optional(object({ termUrl: optional(webUrl) })),
  ...communication,
};
const source = union({ card, token, hosted });
const storeCard = optional(object({ usage: usages }));

export const tokenizeFields: Fields = {
  ...details,
  source: union({ card, hosted }),
  usage: usages,
  onPayment: optional(oneOf('refuse', 'allow')),
};
export const chargeFields: Fields = { ...details, source, storeCard };
export const authorizeFields: Fields = { ...chargeFields, partialCapture: optional(truth) };
export const captureFields: Fields = { authorization: where(isId), amount, providerOptions: optional(anything) };
export const refundFields: Fields = {
  payment: where(isId),
  amount,
  reason: text(255),
  providerOptions: optional(anything),
};
export const payoutFields: Fields = {
  amount,
  destination: union({ card, token }),
  description: text(255),
  recipient: optional(customer),
  recipientAddress: optional(address),
  ...communication,
};
export const lookupFields: Fields = {
  operation: oneOf('tokenize', 'charge', 'authorize', 'capture', 'void', 'refund', 'payout'),
  reference: optional(where(isAttemptReference)),
  providerReference: optional(where(isId)),
};
export const challengeFields: Fields = {
  continuation: text(4096),
  answer: optional(
    object({ method: oneOf('GET', 'POST'), query: optional(text(65_536)), body: optional(text(65_536)) }),
  ),
};
