import type { Writing } from './secret-forms.ts';
import { longestBeginning } from './secret-forms.ts';

/**
 * What a text has in it, by which most ways of writing a secret are ruled out before anybody computes how it would look:
 * that costs more than everything else that is done with an answer, and nearly every text is plain words.
 */
export interface Traces {
  readonly text: string;
  /** Six hexadecimal digits together, a percent sign, a backslash, a NUL, or numbers with a comma between them. */
  readonly bytes: boolean;
  /** Fifteen characters of base64 together. */
  readonly longWord: boolean;
  /** What every four characters of base64 have in them that are made of digits alone. */
  readonly digitsInBase64: boolean;
  /** Twelve digits, wherever they stand, or characters beyond ASCII, which may be digits too. */
  readonly manyDigits: boolean;
}

const hexadecimal = 1;
const ofBase64 = 2;
const escaping = 4;
const digit = 8;
const foreign = 16;
/** Of a card number, at least. */
const fewestDigits = 12;
/** What each character of ASCII can be, because a text is gone through once: expressions would do so again and again. */
const kinds: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ('%\\\0'.includes(character)) return escaping;
  if (/\d/.test(character)) return hexadecimal | ofBase64 | digit;
  return (/[a-f]/i.test(character) ? hexadecimal : 0) | (/[\w+/-]/.test(character) ? ofBase64 : 0);
});

const listOfBytes = /\d,\d/;
const digitsInBase64 = /[MNO][DTjz]/;

export function tracesIn(text: string): Traces {
  let bytes = text.includes(',') && listOfBytes.test(text);
  let longWord = false;
  let hexadecimals = 0;
  let word = 0;
  let digits = 0;
  for (let position = 0; position < text.length; position += 1) {
    const kind = kinds[text.charCodeAt(position)] ?? foreign;
    hexadecimals = (kind & hexadecimal) === 0 ? 0 : hexadecimals + 1;
    word = (kind & ofBase64) === 0 ? 0 : word + 1;
    if (kind === escaping || hexadecimals === 6) bytes = true;
    if (word === 15) longWord = true;
    if (kind >= digit) digits += kind === foreign ? fewestDigits : 1;
  }
  return { text, bytes, longWord, digitsInBase64: digitsInBase64.test(text), manyDigits: digits >= fewestDigits };
}

const plainAscii = /^[ -~]{3,300}$/;
const onlyDigits = /^\d+$/;
/** So many bytes make fifteen characters of base64, wherever in it they begin. */
const longInBase64 = 12;

/** The ways in which the secret may be written in a text with these traces. */
export function writingsOf(secret: string, traces: Traces): readonly Writing[] {
  // Two bytes leave hardly a trace, letters beyond ASCII become all kinds of them, and few secrets are so long.
  if (traces.bytes || !plainAscii.test(secret)) return all;
  if (traces.longWord || mayBeShortBase64(secret, traces)) return withBase64;
  return hasEnds(secret, traces.text) ? letters : none;
}

function mayBeShortBase64(secret: string, traces: Traces): boolean {
  return secret.length < longInBase64 && (traces.digitsInBase64 || !onlyDigits.test(secret));
}

/** Whether the text has the first and the last character of the secret, which it has in either direction. */
function hasEnds(secret: string, text: string): boolean {
  // Of a longer one only the beginning is looked for.
  if (secret.length > longestBeginning) return true;
  return text.includes(secret.charAt(0)) && text.includes(secret.charAt(secret.length - 1));
}

const none: readonly Writing[] = [];
const letters: readonly Writing[] = ['letters'];
const withBase64: readonly Writing[] = ['letters', 'base64'];
const all: readonly Writing[] = ['letters', 'base64', 'bytes'];
