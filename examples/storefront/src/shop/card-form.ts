import { Card, DucatError } from '@ducat/core';

/** What is wrong with a form, by the name of its field. */
export type Mistakes = ReadonlyMap<string, string>;

export type CardRead = { readonly card: Card } | { readonly mistakes: Mistakes };

/** A form as it came: fields that came twice, or as files, are not there. */
export type Fields = ReadonlyMap<string, string>;

// PayCross takes no more.
const longestHolder = 35;

/** From the form straight into `Card`, which has no printable form. Nothing else ever holds the number or the code. */
export function readCard(fields: Fields): CardRead {
  const mistakes = new Map<string, string>();
  const expiry = /^\s*(\d{1,2})\s*[/-]?\s*(?:20)?(\d{2})\s*$/.exec(fields.get('expiry') ?? '');
  const holder = fields.get('holder')?.trim() ?? '';
  if (holder.length > longestHolder) mistakes.set('holder', `must have at most ${longestHolder} characters`);
  try {
    const card = new Card({
      number: fields.get('number') ?? '',
      expiryMonth: Number(expiry?.[1] ?? 0),
      expiryYear: 2000 + Number(expiry?.[2] ?? -2000),
      holder,
      securityCode: fields.get('code') ?? '',
    });
    return mistakes.size === 0 ? { card } : { mistakes };
  } catch (thrown) {
    if (!DucatError.is(thrown)) throw thrown;
    for (const { path, message } of thrown.issues) {
      const field = fieldOf[path];
      if (field !== undefined && !mistakes.has(field)) mistakes.set(field, wordsOf(field, message));
    }
    return { mistakes };
  }
}

const fieldOf: Readonly<Record<string, string>> = {
  'card.number': 'number',
  'card.expiryMonth': 'expiry',
  'card.expiryYear': 'expiry',
  'card.holder': 'holder',
  'card.securityCode': 'code',
};

function wordsOf(field: string, message: string): string {
  if (field === 'expiry') return 'must be a month and a year, for example 10 / 35';
  return field === 'holder' ? 'must be the name on the card' : message;
}

/** `Visa ending in 1111`, of what may be shown. */
export function labelOf(card: Card): string {
  const brand = brands.find(([prefix]) => prefix.test(card.firstSix))?.[1] ?? 'Card';
  return `${brand} ending in ${card.toString().slice(-4)}`;
}

const brands: readonly (readonly [RegExp, string])[] = [
  [/^4/, 'Visa'],
  [/^(?:5[1-5]|2[2-7])/, 'Mastercard'],
  [/^3[47]/, 'American Express'],
];
