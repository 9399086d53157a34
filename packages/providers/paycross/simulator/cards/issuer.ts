import { isExpired } from '../requests/card.ts';
import type { Card } from './card.ts';
import { publishedCards } from './published.ts';
import type { Authentication, IssuedCard } from './published.ts';

export interface Issuer {
  authenticationOf(card: Card, test: boolean): Authentication | undefined;
  /** The processing code an attempt to take or give money ends with. */
  decide(card: Card, test: boolean, now: number): string;
}

const approved = 'S.0000';
const accountNotFound = 'F.0101';
const cardExpired = 'F.0111';

/**
 * Published cards act as published in test transactions and are accounts nobody has in live ones.
 * Any number that is neither published nor issued by the settings is approved without 3-D Secure.
 */
export function createIssuer(own: readonly IssuedCard[]): Issuer {
  const published = new Map<string, IssuedCard>(
    Object.values<IssuedCard>({ ...publishedCards }).map((card) => [card.number, card]),
  );
  const issued = new Map(own.map((card) => [card.number, card]));

  const find = (number: string, test: boolean): IssuedCard | undefined =>
    issued.get(number) ?? (test ? published.get(number) : undefined);

  return {
    authenticationOf: (card, test) => find(card.number, test)?.authentication,
    decide(card, test, now) {
      const found = find(card.number, test);
      if (found === undefined && published.has(card.number)) return accountNotFound;
      // A stored card may have expired since.
      const { expMonth, expYear } = card;
      if (expMonth !== undefined && expYear !== undefined && isExpired(expMonth, expYear, now)) return cardExpired;
      return found?.code ?? approved;
    },
  };
}
