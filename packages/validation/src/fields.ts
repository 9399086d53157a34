import { Card, CardToken, Money, Secret } from '@ducat/core';
import { z } from 'zod';
import { providerReferencePattern } from './provider-reference.ts';
import { isWebUrl } from './web-url.ts';

/** A text that one question decides. */
function textField(isKept: (text: string) => boolean, message: string): z.ZodType<string> {
  return z.string(message).refine(isKept, message);
}

/** A value of which nothing else is asked when it is wrong. */
function field<Value>(isKept: (value: unknown) => boolean, message: string): z.ZodType<Value> {
  return z.custom<Value>(isKept, { error: message, abort: true });
}

/** A string of 1 to `most` characters. */
export function text(most: number): z.ZodType<string> {
  return textField(({ length }) => length > 0 && length <= most, `must be a string of 1 to ${most} characters`);
}

/** An id that a provider gave. */
export function providerReference(message: string): z.ZodType<string> {
  return z.string(message).regex(providerReferencePattern, `${message}: letters, digits, - and _ only`);
}

export const webUrl: z.ZodType<string> = textField(
  isWebUrl,
  'must be an absolute http or https URL without credentials',
);

export const emailAddress: z.ZodType<string> = textField(
  (text) => z.regexes.email.test(text),
  'must be an e-mail address',
);

const ipv6 = z.ipv6();

export const ipAddress: z.ZodType<string> = textField(
  (text) => z.regexes.ipv4.test(text) || ipv6.safeParse(text).success,
  'must be an IPv4 or IPv6 address',
);

export const isoDate: z.ZodType<string> = z.iso.date('must be a date as YYYY-MM-DD');

const country = /^[A-Z]{2}$/;

export const countryCode: z.ZodType<string> = textField(
  (text) => country.test(text),
  'must be an ISO 3166-1 alpha-2 code in upper case, for example UA',
);

const language = /^[a-z]{2}(-[A-Za-z]{2,4})?$/;

export const languageCode: z.ZodType<string> = textField(
  (text) => language.test(text),
  'must be an ISO 639-1 code in lower case, for example en',
);

export const flag: z.ZodType<boolean> = z.boolean('must be true or false');

export const count: z.ZodType<number> = z.int('must be an integer').min(0, 'must not be negative');

/** A record skips `__proto__`, whatever it holds, and it would be sent all the same. */
const withoutProto = field(
  (value) => typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__'),
  'must not have a field __proto__',
);

export const metadata: z.ZodType<Record<string, string>> = withoutProto.pipe(
  z.record(text(255), z.string('must be a string')),
);

/** Options of several adapters may stand beside each other; each looks at its own property, and is strict about it. */
export const providerOptions: z.ZodType = withoutProto.pipe(
  z.looseObject({}, 'must be an object with a property for each provider'),
);

/** More than zero, in a payable currency. */
export const amount: z.ZodType<Money> = field<Money>(
  (value) => value instanceof Money && value.minorUnits > 0n,
  'must be a Money of more than zero, for example Money.parse("10.50", "USD")',
);

export const card: z.ZodType<Card> = field<Card>((value) => value instanceof Card, 'must be a Card: new Card({ ... })');

export const cardToken: z.ZodType<CardToken> = field<CardToken>(
  (value) => value instanceof CardToken,
  'must be a CardToken: an outcome.token or CardToken.fromStorage(...)',
);

export const secret: z.ZodType<Secret> = field<Secret>(
  (value) => value instanceof Secret,
  'must be a Secret: new Secret("...")',
);
