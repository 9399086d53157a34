import creditCardType from 'credit-card-type';

/** The brands that BINs are known of. `binLookup` may know others: co-badged and domestic ones. */
export const knownBrands: ReadonlySet<string> = new Set(Object.values(creditCardType.types));

// The library walks all its ranges for every number; a shop sees the same few thousand BINs again and again.
const mostRemembered = 20_000;
const remembered = new Map<string, string | undefined>();

/** The brand of the first six digits, in lower case; `undefined` when no scheme has them. */
export function brandOf(bin: string): string | undefined {
  const known = remembered.get(bin);
  if (known !== undefined || remembered.has(bin)) return known;
  const found = creditCardType(bin)[0]?.type;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(bin, found);
  return found;
}
