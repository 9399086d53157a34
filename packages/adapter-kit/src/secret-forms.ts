/**
 * No text is printed to a greater length, so where a secret begins is all that has to be found. Tokens come from the
 * provider, and one of half a mebibyte would be looked for until the deadline of everything else has passed.
 */
const longest = 2048;

/**
 * How a secret may be written in a text that repeats it. Providers quote what they received in their own encodings, and
 * so do the gateways between: escaped, as bytes, inside base64 of something longer.
 */
export function formsOf(secret: string): readonly string[] {
  const reversed = Array.from(secret).toReversed().join('');
  return [...new Set([...waysOf(secret.slice(0, longest)), ...waysOf(reversed.slice(0, longest))])];
}

function waysOf(text: string): readonly string[] {
  // Two bytes before it: base64 depends on where in a group of three the secret begins.
  const padded = Buffer.from(`\0\0${text}`, 'utf8');
  const bytes = padded.subarray(2);
  const hexadecimal = bytes.toString('hex');
  const upper = hexadecimal.toUpperCase();
  const escaped = JSON.stringify(text).slice(1, -1);
  const wide = Buffer.from(text, 'utf16le');
  return [
    text,
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
    ...base64Of(padded),
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
function base64Of(padded: Buffer): string[] {
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
