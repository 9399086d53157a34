import { formsOf } from './secret-forms.ts';

const longestText = 300;
/** Room beyond the cut, so that a card number that begins before it is seen whole. */
const room = 64;

/** Twelve digits or more, in any script, also in groups. Colons separate none, so that times of day stay readable. */
const cardNumberLike = /\p{Nd}(?:[\s.\-_/\u2010-\u2015]{0,3}\p{Nd}){11,}/gu;

type Hidden = '' | '[secret]' | '[digits]';

/**
 * Text of the provider made fit to be printed: the given secrets, however encoded, and everything that looks like a
 * card number are masked, and it is cut at 300 characters or as given. Security codes are masked where they stand alone.
 */
export function redact(text: string, secrets: readonly string[], longest: number = longestText): string {
  const forms = formsThatFit(secrets, text.length);
  const reach = forms.reduce((most, form) => Math.max(most, form.length), room);
  const window = text.slice(0, longest + reach);
  // Nearly every text is harmless, and looking is much cheaper than hiding.
  if (!forms.some((form) => window.includes(form)) && window.search(cardNumberLike) < 0)
    return cut(window, text, longest);
  const hidden = Array.from({ length: window.length }, (): Hidden => '');
  for (const { index, 0: digits } of window.matchAll(cardNumberLike))
    hidden.fill('[digits]', index, index + digits.length);
  for (const form of forms) hide(form, window, hidden, longest);
  let clean = '';
  for (let position = 0; position < Math.min(longest, window.length); position += 1) {
    const mask = hidden[position];
    if (mask === '') clean += window[position];
    else if (position === 0 || mask !== hidden[position - 1]) clean += mask;
  }
  return cut(clean, text, longest);
}

function cut(clean: string, text: string, longest: number): string {
  return clean.length > longest || text.length > longest ? `${clean.slice(0, longest)}...` : clean;
}

/** A call's secrets are one list, with which much is redacted: their forms are made once and live as long as it. */
const known = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** No form is shorter than the secret itself, so most secrets need not be looked for in a text of some words. */
function formsThatFit(secrets: readonly string[], length: number): readonly string[] {
  const made = known.get(secrets) ?? new Map<string, readonly string[]>();
  known.set(secrets, made);
  const fitting = new Set(secrets.filter((secret) => secret !== '' && secret.length <= length));
  return Array.from(fitting, (secret) => {
    const forms = made.get(secret) ?? formsOf(secret);
    made.set(secret, forms);
    return forms;
  }).flat();
}

function hide(secret: string, window: string, hidden: Hidden[], longest: number): void {
  const standsAlone = /^\d{1,5}$/.test(secret);
  let covered = 0;
  let start = window.indexOf(secret);
  // What begins behind the cut is not printed.
  for (; start >= 0 && start < longest; start = window.indexOf(secret, start + 1)) {
    const end = start + secret.length;
    if (standsAlone && (isDigit(window[start - 1]) || isDigit(window[end]))) continue;
    // Where it overlaps itself only the rest is filled: 'aaaa...' in 'aaaa...' would take its length squared.
    hidden.fill('[secret]', Math.max(start, covered), end);
    covered = end;
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
