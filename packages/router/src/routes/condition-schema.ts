import { currencyCodes, isCurrencyCode } from '@ducat/core';
import { z } from 'zod';
import { minorUnitsOf } from './amount.ts';
import { binPattern } from './bin.ts';
import type { AmountRange, Conditions, ExactAmount, OneOrMore, TextCondition } from './conditions.ts';
import { dependingOn, fieldOf, oneOrMore } from './one-or-more.ts';
import { isTimeZone } from './time.ts';

function oneOf<const Word extends string>(words: readonly Word[]): z.ZodType<OneOrMore<Word>> {
  return oneOrMore(z.enum(words, `must be one of ${words.join(', ')}`));
}

const currency = z.enum(currencyCodes, 'must be an ISO 4217 code of a payable currency in upper case');
const country = z
  .string('must be a text in quotes')
  .regex(/^[A-Z]{2}$/, 'must be two capital letters, ISO 3166-1 alpha-2');
const text = z.string('must be a text; write numbers in quotes').min(1, 'must not be empty').max(512);

const minorUnits = z.strictObject({
  minorUnits: z.union(
    [z.string().regex(/^-?\d{1,40}$/), z.int(), z.bigint()],
    "must be an integer, in quotes where it is long: '9990'",
  ),
});
const inQuotes = "must be a decimal in quotes, for example '99.90': a number without quotes is not exact";

/** A bound of amounts; which digits it may have is the currency's to say. */
function bound(code: unknown): z.ZodType<ExactAmount> {
  const decimal = z.string(inQuotes);
  if (!isCurrencyCode(code)) return dependingOn((value) => (isObject(value) ? minorUnits : decimal));
  const message = `must be a decimal with no more digits than ${code} has`;
  const fitting = decimal.refine((amount) => minorUnitsOf(amount, code) !== undefined, message);
  return dependingOn((value) => (isObject(value) ? minorUnits : fitting));
}

const hasBound = z
  .looseObject({})
  .refine(({ from, below }) => (from ?? below) !== undefined, 'must have from or below');

// Making a schema costs more than using it, and ten thousand rules have amounts of a few currencies.
const rangeShapes = new Map<unknown, z.ZodType>();

function rangeShape(code: unknown): z.ZodType {
  const known = rangeShapes.get(isCurrencyCode(code) ? code : undefined);
  if (known !== undefined) return known;
  const made = z.strictObject({ currency, from: bound(code).optional(), below: bound(code).optional() });
  rangeShapes.set(isCurrencyCode(code) ? code : undefined, made);
  return made;
}

const amountRange = dependingOn<AmountRange>((value) => {
  const shape = rangeShape(fieldOf(value, 'currency'));
  return isObject(value) ? [shape, hasBound] : shape;
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textTest = z
  .strictObject({ startsWith: text.optional(), endsWith: text.optional(), present: z.boolean().optional() })
  .refine((test) => Object.keys(test).length === 1, 'must have exactly one of startsWith, endsWith, present');

const textCondition = dependingOn<TextCondition>((value) => (isObject(value) ? textTest : oneOrMore(text)));

const fields = z.record(text, textCondition);

const timeOfDay = z
  .string("must be a time of day in quotes, for example '09:00'")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day as HH:MM');
const instant = z.iso.datetime({
  offset: true,
  error: "must be ISO 8601 with offset, for example '2026-01-01T00:00:00Z'",
});
const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const timeWindow = z
  .strictObject({
    zone: z.string().refine(isTimeZone, 'must be an IANA time zone, for example Europe/Kyiv').optional(),
    days: oneOf(dayNames).optional(),
    from: timeOfDay.optional(),
    to: timeOfDay.optional(),
    since: instant.optional(),
    until: instant.optional(),
  })
  .refine(({ zone, days, from, to }) => zone !== undefined || (days ?? from ?? to) === undefined, {
    path: ['zone'],
    message: 'is required: days and times of day are by the clock of some place',
  })
  .refine((window) => Object.keys(window).some((key) => key !== 'zone'), 'must say days, from, to, since or until');

/** The schema of a rule's `if`. */
export const conditionsSchema: z.ZodType<Conditions> = z.strictObject({
  operation: oneOf(['charge', 'authorize', 'tokenize', 'payout']).optional(),
  currency: oneOrMore(currency).optional(),
  amount: oneOrMore(amountRange).optional(),
  brand: oneOrMore(text.regex(/^[a-z0-9-]+$/, 'must be in lower case: visa, mastercard, american-express')).optional(),
  bin: oneOrMore(
    z
      .string('must be digits in quotes')
      .regex(binPattern, "must be one to six digits, or two of one length: '4', '411111', '222100-272099'"),
  ).optional(),
  issuerCountry: oneOrMore(country).optional(),
  billingCountry: oneOrMore(country).optional(),
  source: oneOf(['card', 'token', 'hosted']).optional(),
  usage: oneOf(['recurring', 'oneclick', 'credit']).optional(),
  initiator: oneOf(['customer', 'merchant']).optional(),
  customer: z
    .strictObject({
      reference: textCondition.optional(),
      email: textCondition.optional(),
      phone: textCondition.optional(),
      ipAddress: textCondition.optional(),
      deviceId: textCondition.optional(),
      metadata: fields.optional(),
    })
    .optional(),
  metadata: fields.optional(),
  time: oneOrMore(timeWindow).optional(),
});
