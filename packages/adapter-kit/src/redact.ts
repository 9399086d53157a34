import { cardNumberLike } from '@ducat/validation';
import type { SecretForm, Writing } from './secret-forms.ts';
import { formsOf, longestBeginning } from './secret-forms.ts';
import type { Traces } from './secret-traces.ts';
import { tracesIn, writingsOf } from './secret-traces.ts';

const longestText = 300;
/** Room beyond the cut, so that a card number or the beginning of a secret that starts before it is seen whole. */
const room = longestBeginning;

type Hidden = '' | '[secret]' | '[digits]';

/**
 * Text of the provider made fit to be printed: the given secrets, however encoded, and everything that looks like a
 * card number are masked, and it is cut at 300 characters or as given. Security codes are masked where they stand alone.
 */
export function redact(text: string, secrets: readonly string[], longest: number = longestText): string {
  const window = text.slice(0, longest + room);
  const traces = tracesIn(window);
  const forms = formsToFind(traces, secrets);
  // Nearly every text is harmless, and looking is much cheaper than hiding.
  if (isHarmless(traces, forms)) return cut(window, text, longest);
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

function isHarmless({ text, manyDigits }: Traces, forms: readonly SecretForm[]): boolean {
  return !forms.some(({ beginning }) => text.includes(beginning)) && !(manyDigits && text.search(cardNumberLike) >= 0);
}

function cut(clean: string, text: string, longest: number): string {
  return clean.length > longest || text.length > longest ? `${clean.slice(0, longest)}...` : clean;
}

type Forms = { [writing in Writing]?: readonly SecretForm[] };

/** A call's secrets are one list, with which much is redacted: their forms are made once and live as long as it. */
const known = new WeakMap<readonly string[], Map<string, Forms>>();

/** No form is shorter than the secret itself, so most secrets need not be looked for in a text of some words. */
function formsToFind(traces: Traces, secrets: readonly string[]): readonly SecretForm[] {
  const found: SecretForm[] = [];
  for (const [index, secret] of secrets.entries()) {
    if (secret === '' || Math.min(secret.length, longestBeginning) > traces.text.length) continue;
    if (secrets.indexOf(secret) < index) continue;
    const writings = writingsOf(secret, traces);
    if (writings.length === 0) continue;
    const forms = formsIn(secrets, secret);
    for (const writing of writings) found.push(...(forms[writing] ??= formsOf(secret, writing)));
  }
  return found;
}

function formsIn(secrets: readonly string[], secret: string): Forms {
  const made = known.get(secrets) ?? new Map<string, Forms>();
  known.set(secrets, made);
  const forms = made.get(secret) ?? {};
  made.set(secret, forms);
  return forms;
}

/** Hides as much as the secret is long, also where the text breaks off in the middle of it and goes on otherwise. */
function hide({ beginning, length }: SecretForm, window: string, hidden: Hidden[], longest: number): void {
  const standsAlone = /^\d{1,5}$/.test(beginning);
  let covered = 0;
  let start = window.indexOf(beginning);
  // What begins behind the cut is not printed.
  for (; start >= 0 && start < longest; start = window.indexOf(beginning, start + 1)) {
    const end = start + length;
    if (standsAlone && (isDigit(window[start - 1]) || isDigit(window[end]))) continue;
    // Where it overlaps itself only the rest is filled: 'aaaa...' in 'aaaa...' would take its length squared.
    hidden.fill('[secret]', Math.max(start, covered), end);
    covered = end;
    if (covered >= window.length) return;
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** Labelled details for an outcome or error: absent values are left out, the others redacted. */
export function redactDetails(
  details: Readonly<Record<string, string | number | boolean | null | undefined>>,
  secrets: readonly string[],
  longest: number = longestText,
): Record<string, string> {
  const clean: Record<string, string> = {};
  let all = '';
  let isShort = true;
  for (const label of Object.keys(details)) {
    const value = details[label];
    if (value === null || value === undefined || value === '') continue;
    const text = String(value);
    clean[label] = text;
    all += `\n${text}`;
    if (text.length > longest) isShort = false;
  }
  // All of them at once first, because nearly always there is nothing in any of them.
  if (isShort && all.length <= longestText) {
    const traces = tracesIn(all);
    if (isHarmless(traces, formsToFind(traces, secrets))) return clean;
  }
  for (const [label, text] of Object.entries(clean)) clean[label] = redact(text, secrets, longest);
  return clean;
}
