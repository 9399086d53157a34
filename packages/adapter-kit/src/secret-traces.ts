import type { Writing } from './secret-forms.ts';
import { longestBeginning } from './secret-forms.ts';

/**
 * What a text has in it, by which most ways of writing a secret are ruled out before anybody computes how it would look:
 * that costs more than everything else that is done with an answer, and nearly every text is plain words and ids.
 */
export interface Traces {
  readonly text: string;
  /** A percent sign before two hexadecimal digits, a backslash, a NUL, or three numbers with commas between them. */
  readonly escapes: boolean;
  /** What its hexadecimal digits come to where six are together, forwards and backwards. */
  readonly inHexadecimal: string;
  /** What its characters of base64 come to where fifteen are together, forwards and backwards. */
  readonly inBase64: string;
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
/** So many bytes make fifteen characters of base64, wherever in it they begin. */
const longInBase64 = 12;
const longWord = 15;
const longWords = new RegExp(`[\\w+/-]{${longWord},}`, 'g');
/** Three bytes: nobody looks for less. */
const fewestHexadecimals = 6;
const hexadecimalWords = new RegExp(`[\\da-f]{${fewestHexadecimals},}`, 'gi');
/** Of a card number, at least. */
const fewestDigits = 12;
/** What each character of ASCII can be, because a text is gone through once: expressions would do so again and again. */
const kinds: readonly number[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ('\\\0'.includes(character)) return escaping;
  if (/\d/.test(character)) return hexadecimal | ofBase64 | digit;
  return (/[a-f]/i.test(character) ? hexadecimal : 0) | (/[\w+/-]/.test(character) ? ofBase64 : 0);
});

const percentEscape = /%[\da-f]{2}/i;
/** Of printable ASCII. */
const listOfBytes = /\d\d,\d{2,3},\d\d/;
const digitsInBase64 = /[MNO][DTjz]/;

export function tracesIn(text: string): Traces {
  let escapes = percentEscape.test(text) || listOfBytes.test(text);
  let hasHexadecimals = false;
  let hasLongWord = false;
  let hexadecimals = 0;
  let word = 0;
  let digits = 0;
  for (let position = 0; position < text.length; position += 1) {
    const kind = kinds[text.charCodeAt(position)] ?? foreign;
    hexadecimals = (kind & hexadecimal) === 0 ? 0 : hexadecimals + 1;
    word = (kind & ofBase64) === 0 ? 0 : word + 1;
    if (kind === escaping) escapes = true;
    if (hexadecimals === fewestHexadecimals) hasHexadecimals = true;
    if (word === longWord) hasLongWord = true;
    if (kind >= digit) digits += kind === foreign ? fewestDigits : 1;
  }
  return {
    text,
    escapes,
    inHexadecimal: hasHexadecimals ? reading(text, hexadecimalWords, 'hex') : '',
    inBase64: hasLongWord ? reading(text, longWords, 'base64') : '',
    digitsInBase64: digitsInBase64.test(text),
    manyDigits: digits >= fewestDigits,
  };
}

/**
 * All that the words can be read as: what stands before a secret decides where its first group of characters begins. In
 * UTF-16 there is a NUL after each letter, between the words there are some, and no secret that is searched for has one.
 */
function reading(text: string, words: RegExp, encoding: 'hex' | 'base64'): string {
  const { group, nothing } = encodings[encoding];
  const all = (text.match(words) ?? []).join(nothing);
  let read = '';
  for (let start = 0; start < group; start += 1) read += Buffer.from(all.slice(start), encoding).toString('latin1');
  return bothWays(read.replaceAll('\0', ''));
}

const encodings = { hex: { group: 2, nothing: '0000' }, base64: { group: 4, nothing: 'AAAAAAAA' } } as const;

/** What is not Latin becomes something else, and no secret that is searched for has any of it. */
function bothWays(text: string): string {
  return `${text}\n${Buffer.from(text, 'latin1').reverse().toString('latin1')}`;
}

const plainAscii = /^[ -~]{3,300}$/;
const onlyDigits = /^\d+$/;

/** The ways in which the secret may be written in a text with these traces. */
export function writingsOf(secret: string, traces: Traces): readonly Writing[] {
  // Letters beyond ASCII become all kinds of bytes, and few secrets are shorter or longer.
  if (traces.escapes || !plainAscii.test(secret)) return all;
  if (mayBeHexadecimal(secret, traces)) return all;
  if (mayBeBase64(secret, traces)) return withBase64;
  return mayBeLetters(secret, traces.text) ? letters : none;
}

function mayBeLetters(secret: string, text: string): boolean {
  // In either direction it has both its ends, unless only its beginning is looked for.
  const hasEnds = text.includes(secret.charAt(0)) && text.includes(secret.charAt(secret.length - 1));
  return (hasEnds || secret.length > longestBeginning) && beginsIn(bothWays(text), secret, longestBeginning);
}

/** As UTF-16 a letter takes four digits, and of what is longer only the beginning is looked for. */
function mayBeHexadecimal(secret: string, { inHexadecimal }: Traces): boolean {
  return beginsIn(inHexadecimal, secret, longestBeginning / 4);
}

/** Its outermost two letters may share a group of characters with what stands around it. */
function mayBeBase64(secret: string, { inBase64, digitsInBase64 }: Traces): boolean {
  if (secret.length < longInBase64) return digitsInBase64 || !onlyDigits.test(secret);
  return beginsIn(inBase64, secret.slice(2, -2), longestBeginning / 2);
}

/** Whether the secret begins in what was read both ways, forwards or backwards. */
function beginsIn(read: string, secret: string, longest: number): boolean {
  return read.includes(secret.slice(0, longest)) || read.includes(secret.slice(-longest));
}

const none: readonly Writing[] = [];
const letters: readonly Writing[] = ['letters'];
const withBase64: readonly Writing[] = ['letters', 'base64'];
const all: readonly Writing[] = ['letters', 'base64', 'bytes'];
