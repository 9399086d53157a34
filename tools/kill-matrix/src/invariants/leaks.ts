import { allNumbers, securityCode } from '../scenarios/cards.ts';
import { accountSecrets } from '../town/accounts.ts';

/** A mask shows the first six digits and the last four; so many in a row show more. */
const mostDigits = 9;

/** What may stand in no byte: any part of a card number beyond its mask, the security code, the accounts' keys. */
const forbidden: ReadonlyMap<string, RegExp> = new Map([
  ['a card number', new RegExp(allNumbers.flatMap(formsOf).join('|'))],
  // Alone: a time, an amount or an id may have its digits.
  ['a security code', new RegExp(`(?<![0-9A-Za-z-])${securityCode}(?![0-9A-Za-z-])`)],
  ['a key of the merchant', new RegExp(accountSecrets.join('|'))],
]);

/** Card data and keys in the bytes of a file, whatever its format. */
export function leaksIn(bytes: Uint8Array): readonly string[] {
  // One character for one byte: text keeps its digits, and nothing is lost of what is no text.
  const text = Buffer.from(bytes).toString('latin1');
  return [...forbidden].filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/** Parts of a card number, as they are, spaced, and in the three ways that base64 can cut them. */
function formsOf(number: string): readonly string[] {
  const parts = Array.from({ length: number.length - mostDigits + 1 }, (_, start) =>
    number.slice(start, start + mostDigits),
  );
  const spaced = [' ', '-'].map((space) => number.replaceAll(/(.{4})(?=.)/g, `$1${space}`));
  const encoded = [0, 1, 2].map((shift) => {
    const text = Buffer.from(`${'x'.repeat(shift)}${number}`).toString('base64');
    return text.slice(shift === 0 ? 0 : 4, text.length - 4).replaceAll('+', '\\+');
  });
  return [...parts, ...spaced, ...encoded];
}
