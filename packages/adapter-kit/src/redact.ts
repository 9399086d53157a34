const longestText = 300;
/** Room beyond the cut, so that a card number that begins before it is seen whole. */
const room = 64;

/** Twelve digits or more, in any script, also in groups. Colons separate none, so that times of day stay readable. */
const cardNumberLike = /\p{Nd}(?:[\s.\-_/\u2010-\u2015]{0,3}\p{Nd}){11,}/gu;

type Hidden = '' | '[secret]' | '[digits]';

/**
 * Text of the provider made fit to be printed: the given secrets and everything that looks like a card number are
 * masked, and it is cut at 300 characters or as given. Security codes are masked where they stand alone.
 */
export function redact(text: string, secrets: readonly string[], longest: number = longestText): string {
  const reach = secrets.reduce((most, secret) => Math.max(most, secret.length), room);
  const window = text.slice(0, longest + reach);
  const hidden = Array.from({ length: window.length }, (): Hidden => '');
  for (const { index, 0: digits } of window.matchAll(cardNumberLike))
    hidden.fill('[digits]', index, index + digits.length);
  for (const secret of secrets) hide(secret, window, hidden);
  let clean = '';
  for (let position = 0; position < Math.min(longest, window.length); position += 1) {
    const mask = hidden[position];
    if (mask === '') clean += window[position];
    else if (position === 0 || mask !== hidden[position - 1]) clean += mask;
  }
  return clean.length > longest || text.length > longest ? `${clean.slice(0, longest)}...` : clean;
}

function hide(secret: string, window: string, hidden: Hidden[]): void {
  if (secret === '') return;
  const standsAlone = /^\d{1,5}$/.test(secret);
  for (let start = window.indexOf(secret); start >= 0; start = window.indexOf(secret, start + 1)) {
    const end = start + secret.length;
    if (standsAlone && (isDigit(window[start - 1]) || isDigit(window[end]))) continue;
    hidden.fill('[secret]', start, end);
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** Labelled details for an outcome or error: absent values are left out, the others redacted. */
export function redactDetails(
  details: Readonly<Record<string, string | number | boolean | null | undefined>>,
  secrets: readonly string[],
): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [label, value] of Object.entries(details)) {
    if (value !== null && value !== undefined && value !== '') clean[label] = redact(String(value), secrets);
  }
  return clean;
}
