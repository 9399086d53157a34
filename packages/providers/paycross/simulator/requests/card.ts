import { isJsonObject, textOf } from './json-object.ts';
import type { Rule } from './place.ts';
import { flag, object, pattern, required, text } from './rules.ts';
import type { Shape } from './rules.ts';

const cardNumber: Rule = pattern(/^\d{12,19}$/);
const month: Rule = pattern(/^(?:0?[1-9]|1[0-2])$/);
const year: Rule = pattern(/^\d{4}$/);
const verificationValue: Rule = pattern(/^\d{3,4}$/);

/** A card is good until the end of its last month. */
export function isExpired(expMonth: string, expYear: string, now: number): boolean {
  return now >= Date.UTC(Number(expYear), Number(expMonth), 1);
}

const expiry: Rule = (value, place) => {
  if (!isJsonObject(value)) return;
  const expMonth = textOf(value, 'exp_month');
  const expYear = textOf(value, 'exp_year');
  if (expMonth === undefined || expYear === undefined) return;
  if (!/^\d{1,2}$/.test(expMonth) || !/^\d{4}$/.test(expYear)) return;
  if (isExpired(expMonth, expYear, place.now)) place.inside('exp_year').report('Date is expired');
};

const threeDSecureSwitches: Shape = {
  skip_three_d_secure_verification: flag,
  force_three_d_secure_verification: flag,
};

const plainCard: Shape = {
  number: required(cardNumber),
  verification_value: verificationValue,
  holder: text(35),
  exp_month: required(month),
  exp_year: required(year),
  ...threeDSecureSwitches,
};

const storedCard: Shape = {
  token: required(text()),
  verification_value: verificationValue,
  ...threeDSecureSwitches,
};

const hasToken = (value: unknown): boolean => isJsonObject(value) && textOf(value, 'token') !== undefined;

/** Tokenization takes only a card that is typed in. */
export const numberedCard: Rule = object(plainCard, expiry);

const tokenCard: Rule = object(storedCard);

/** PayCross docs, payment page: a token replaces the fields of the card. */
export const cardOrToken: Rule = (value, place) =>
  hasToken(value) ? tokenCard(value, place) : numberedCard(value, place);

const recipientNumber: Rule = object(
  { number: required(cardNumber), holder: text(35), exp_month: month, exp_year: year },
  expiry,
);
const recipientToken: Rule = object({ token: required(text()), holder: text(35) });

/** PayCross docs, payout page: nothing but the number or the token is marked as required. */
export const recipientCard: Rule = (value, place) =>
  hasToken(value) ? recipientToken(value, place) : recipientNumber(value, place);

export { tokenCard };
