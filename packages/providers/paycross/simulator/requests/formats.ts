import { isIP } from 'node:net';

import { ExactNumber } from '@ducat/simulator';

import { matching, pattern } from './rules.ts';
import type { Rule } from './place.ts';

// The second bolívar of ISO 4217 is missing in the tables of ICU.
const currencies: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency'), 'VED']);
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const dateShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const offsetTimeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const localTimeShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
// The page calls the amount a bigInteger: 64 bits, signed.
const largestAmount = 2n ** 63n - 1n;

export const amount: Rule = (value, place) => {
  if (!(value instanceof ExactNumber)) return place.report('is not a number');
  if (!/^-?\d+$/.test(value.text)) return place.report('must be an integer');
  if (BigInt(value.text) <= 0n) return place.report('must be greater than 0');
  if (BigInt(value.text) > largestAmount) place.report(`must be less than or equal to ${largestAmount}`);
};

export const currency: Rule = matching(
  (value) => /^[A-Z]{3}$/.test(value) && currencies.has(value),
  'is not an ISO 4217 code',
);

export const country: Rule = matching(
  (value) => /^[A-Z]{2}$/.test(value) && value !== 'ZZ' && regions.of(value) !== undefined,
  'is not an ISO 3166-1 alpha-2 code',
);

export const calendarDate: Rule = matching((value) => {
  if (!dateShape.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  // A day that does not exist either fails to parse or rolls over into the next month.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
});

/** PayCross docs, payment page: ISO 8601 with an offset. */
export const futureTime: Rule = (value, place) => {
  matching((text) => offsetTimeShape.test(text) && !Number.isNaN(Date.parse(text)))(value, place);
  if (typeof value === 'string' && Date.parse(value) <= place.now) place.report('must be in the future');
};

export const localTime: Rule = matching(
  (value) => localTimeShape.test(value) && !Number.isNaN(Date.parse(`${value}Z`)),
);

export const webAddress: Rule = matching((value) => {
  if (!URL.canParse(value)) return false;
  return ['http:', 'https:'].includes(new URL(value).protocol);
});

export const ipAddress: Rule = matching((value) => isIP(value) !== 0);
export const emailAddress: Rule = pattern(/^[^\s@]+@[^\s@]+$/);
export const languageCode: Rule = pattern(/^[a-z]{2}$/);
/** Letter and four digits, PayCross docs: processing codes. Only outcomes of transactions can be expected. */
export const processingCode: Rule = pattern(/^[SFP]\.\d{4}$/);
