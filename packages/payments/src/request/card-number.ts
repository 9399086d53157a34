import type { Card, Issue } from '@ducat/core';
import { masked } from '@ducat/validation';

/** What may hold a card, and what is kept of a request for people. */
interface Texts {
  readonly source?: { readonly kind: string; readonly card?: Card };
  readonly destination?: { readonly kind: string; readonly card?: Card };
  readonly description?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** The texts that hold the number of the very card that pays: they would be kept in the journal, which has no card data. */
export function cardNumbersIn({ source, destination, description = '', metadata = {} }: Texts): Issue[] {
  const card = source?.card ?? destination?.card;
  if (card === undefined) return [];
  const lastFour = card.toString().slice(-4);
  const texts = [['description', description], ...Object.entries(metadata).map(pathAndText)] as const;
  return texts
    .filter(([, text]) => text.includes(lastFour) && holds(text, card.firstSix, lastFour))
    .map(([path]) => ({
      path: masked(path),
      message: 'holds the number of the card: take it out, it may not be kept',
    }));
}

function pathAndText([name, value]: readonly [string, string]): readonly [path: string, text: string] {
  return [`metadata.${name}`, `${name} ${value}`];
}

function holds(text: string, firstSix: string, lastFour: string): boolean {
  return new RegExp(`${firstSix}\\d{2,9}${lastFour}`).test(text.replaceAll(/[^\d\p{L}]/gu, ''));
}
