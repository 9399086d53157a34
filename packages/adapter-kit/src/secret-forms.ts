/** How a secret begins in one of the ways in which it may be written, and how many characters it has in that way. */
export interface SecretForm {
  readonly beginning: string;
  readonly length: number;
}

/** The ways in which a secret may be written, by what a text must have in it to be searched for them. */
export type Writing = 'letters' | 'base64' | 'bytes';

/**
 * Enough to know a secret by. Tokens come from the provider, and one of half a mebibyte, made to be almost found
 * everywhere, would be looked for until the deadline of everything else has passed.
 */
export const longestBeginning = 64;

/** Texts of a provider are printed to this length: behind the beginning of a longer secret there is nothing else. */
const longest = 300;

/**
 * How a secret may be written in a text that repeats it. Providers quote what they received in their own encodings, and
 * so do the gateways between: escaped, as bytes, inside base64 of something longer.
 */
export function formsOf(secret: string, writing: Writing): readonly SecretForm[] {
  const start = secret.slice(0, longest);
  const reversed = Array.from(secret.slice(-longest)).toReversed().join('');
  const isCut = secret.length > longest;
  return Array.from(new Set([...ways[writing](start), ...ways[writing](reversed)]), (written) => ({
    beginning: written.slice(0, longestBeginning),
    length: isCut ? Number.POSITIVE_INFINITY : written.length,
  }));
}

const ways: Readonly<Record<Writing, (text: string) => readonly string[]>> = {
  letters: (text) => [text],
  base64: base64Of,
  bytes: bytesOf,
};

function bytesOf(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8');
  const hexadecimal = bytes.toString('hex');
  const upper = hexadecimal.toUpperCase();
  const escaped = JSON.stringify(text).slice(1, -1);
  const wide = Buffer.from(text, 'utf16le');
  return [
    hexadecimal,
    upper,
    percent(hexadecimal),
    percent(upper),
    encodeURIComponent(text.toWellFormed()),
    escaped,
    escaped.replaceAll('/', '\\/'),
    escapesOf(text),
    wide.toString('latin1'),
    wide.toString('hex'),
    bytes.join(','),
  ];
}

function percent(hexadecimal: string): string {
  let text = '';
  for (let at = 0; at < hexadecimal.length; at += 2) text += `%${hexadecimal.slice(at, at + 2)}`;
  return text;
}

function escapesOf(text: string): string {
  let escapes = '';
  for (let at = 0; at < text.length; at += 1) escapes += `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return escapes;
}

/** Whole, and what depends on the secret alone when other bytes were encoded before and after it. */
function base64Of(text: string): readonly string[] {
  // Two bytes before it: base64 depends on where in a group of three the secret begins.
  const padded = Buffer.from(`\0\0${text}`, 'utf8');
  const whole = padded.subarray(2).toString('base64');
  const inside = [0, 1, 2].map((offset) => {
    const bytes = padded.subarray(2 - offset);
    return bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  const forms = [whole, ...inside];
  const forUrls = forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
  // Shorter ones are ordinary syllables.
  return [...forms, ...forUrls].filter((form) => form.length >= 4);
}
