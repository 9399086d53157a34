import type { CardSummary } from '@ducat/core';
import type { CardFacts } from '../facts.ts';
import { brandOf } from './brand.ts';

/** What the merchant's BIN table says of the first six digits. Has to answer at once, and always the same. */
export type BinLookup = (firstSix: string) => Pick<CardSummary, 'brand' | 'issuerCountry'> | undefined;

/** Adds brand and issuer's country: the request's own data first, then the merchant's table, then the public ranges. */
export function completeCard(card: CardFacts, lookup: BinLookup | undefined): CardFacts {
  const { bin } = card;
  if (bin === undefined || (card.brand !== undefined && card.issuerCountry !== undefined)) return card;
  const found = lookup === undefined ? undefined : ask(lookup, bin);
  return {
    bin,
    brand: card.brand ?? found?.brand ?? brandOf(bin),
    issuerCountry: card.issuerCountry ?? found?.issuerCountry,
  };
}

// A table that fails leaves the card unknown, as if it did not have it: a payment is not lost for that.
function ask(lookup: BinLookup, bin: string): ReturnType<BinLookup> {
  try {
    return lookup(bin);
  } catch {
    return undefined;
  }
}
