const brands: readonly (readonly [RegExp, string])[] = [
  [/^4/, 'visa'],
  [/^220[0-4]/, 'mir'],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, 'master'],
  [/^3[47]/, 'amex'],
  [/^9112/, 'belkart'],
  [/^(?:50|5[6-9]|6)/, 'maestro'],
];

export function brandOf(number: string): string {
  return brands.find(([prefix]) => prefix.test(number))?.[1] ?? 'unknown';
}

/** PayCross docs, tokenization page: eight digits only for these brands, null for the rest. */
export function longBankNumber(number: string): string | null {
  return ['visa', 'master', 'maestro'].includes(brandOf(number)) ? number.slice(0, 8) : null;
}
