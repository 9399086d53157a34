/**
 * Twelve digits or more, in any script, also in groups. Colons separate none, so that times of day stay readable.
 * It is global, for `matchAll`, `replaceAll` and `search`: `test` would go on where it ended in another text.
 */
export const cardNumberLike: RegExp = /\p{Nd}(?:[\s.\-_/\u2010-\u2015]{0,3}\p{Nd}){11,}/gu;

/** The text as it may be printed and kept: what looks like a card number is masked, and it is cut at so many characters. */
export function masked(text: string, longest: number = 300): string {
  const clean = text.replaceAll(cardNumberLike, '[digits]');
  return clean.length > longest ? `${clean.slice(0, longest)}...` : clean;
}
