import type { Canary } from './canary.ts';
import type { Encoding } from './encodings.ts';
import { encodings, tracesOf } from './encodings.ts';

/** A secret that was found, and how it was written. */
export interface Find {
  readonly canary: string;
  readonly encoding: Encoding;
}

/** A text as it is read for each encoding. */
interface Views {
  readonly text: string;
  readonly lower: string;
  /** Without what stands between groups of digits or bytes. */
  readonly joined: string;
  /** Without the zero bytes of UTF-16, however they are printed. */
  readonly narrow: string;
  /** Without spaces after commas. */
  readonly listed: string;
}

/** Which canaries the text shows, in which encoding. Base64 inside it is decoded and read as well. */
export function findIn(text: string, canaries: readonly Canary[]): Find[] {
  const views = [text, ...base64Within(text)].map(viewsOf);
  return canaries.flatMap((canary) =>
    encodings
      .filter((encoding) => views.some((view) => shows(view, canary, encoding)))
      .map((encoding) => ({ canary: canary.name, encoding })),
  );
}

function shows(views: Views, canary: Canary, encoding: Encoding): boolean {
  const { value, standsAlone } = canary;
  const traces = tracesFor(canary).get(encoding) ?? [];
  const within = (text: string): boolean => traces.some((trace) => contains(text, trace, standsAlone));
  switch (encoding) {
    case 'UTF-16':
      return views.narrow !== views.text && contains(views.narrow, value, standsAlone);
    case 'grouped':
      // Groups of other secrets than digits are words: nobody breaks a key into them.
      return !standsAlone && /^\d+$/.test(value) && views.joined.includes(value);
    case 'hexadecimal':
      return within(standsAlone ? views.lower : views.joined);
    case 'percent-encoded':
    case 'Unicode escapes':
      return within(views.lower);
    case 'decimal bytes':
      return within(views.listed);
    case 'plain':
    case 'reversed':
    case 'base64':
    case 'base64url':
      return within(views.text);
  }
}

const known = new Map<string, ReadonlyMap<Encoding, readonly string[]>>();

/** In lower case where the encoding has no case of its own. */
function tracesFor({ value }: Canary): ReadonlyMap<Encoding, readonly string[]> {
  const before = known.get(value);
  if (before !== undefined) return before;
  const caseless = new Set<Encoding>(['hexadecimal', 'percent-encoded', 'Unicode escapes']);
  const traces = new Map(
    encodings.map((encoding) => {
      const own = tracesOf(value, encoding);
      // What the encoding leaves as it is, is plain.
      return [
        encoding,
        caseless.has(encoding) ? own.filter((one) => one !== value).map((one) => one.toLowerCase()) : own,
      ];
    }),
  );
  known.set(value, traces);
  return traces;
}

function contains(text: string, trace: string, standsAlone: boolean): boolean {
  for (let at = text.indexOf(trace); at >= 0; at = text.indexOf(trace, at + 1)) {
    const end = at + trace.length;
    if (
      !standsAlone ||
      !(continues.test(text.slice(end, end + 3)) || isContinued.test(text.slice(Math.max(0, at - 6), at)))
    ) {
      return true;
    }
  }
  return false;
}

// Digits of a line number (`file.ts:987:12`), of a port, a fraction, an id or a date are not a security code.
const isContinued = /(?:[\w.+/-]|\d:|\.[cm]?[jt]s:|,\d*)$/;
const continues = /^(?:[\w+/-]|[.:,]\d)/;

function viewsOf(text: string): Views {
  const lower = text.toLowerCase();
  return {
    text,
    lower,
    joined: lower.replace(/[\s"'_.:-]/g, ''),
    narrow: text.replace(/\\x00|\\+u0000|\0/g, ''),
    listed: text.replace(/,\s+/g, ','),
  };
}

function base64Within(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [];
  return [...new Set(runs)].map((run) => Buffer.from(run, 'base64').toString('latin1'));
}
