import type { CardSummary } from '@ducat/core';
import type { CardFacts } from '../facts.ts';
import { brandOf } from './brand.ts';

/** What the merchant's BIN table says of the first six digits. Has to answer at once, and always the same. */
export type BinLookup = (firstSix: string) => Pick<CardSummary, 'brand' | 'issuerCountry'> | undefined;

/** What is known of a card: the request's own data first, then the merchant's table, then the schemes' ranges. */
export function completeCard(
  bin: string | undefined,
  given: { readonly brand?: string | undefined; readonly issuerCountry?: string | undefined } | undefined,
  lookup: BinLookup | undefined,
): CardFacts {
  const found = bin === undefined || lookup === undefined ? undefined : ask(lookup, bin);
  return {
    bin,
    brand: given?.brand ?? found?.brand ?? (bin === undefined ? undefined : brandOf(bin)),
    issuerCountry: given?.issuerCountry ?? found?.issuerCountry,
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
