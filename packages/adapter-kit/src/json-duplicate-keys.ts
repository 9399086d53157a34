const quote = 34;
const comma = 44;
const backslash = 92;
// [ and { or ] and }, which differ in one bit.
const opening = 123;
const closing = 125;

/** How much a JSON text may hold. */
export interface JsonBounds {
  /** Containers inside each other. */
  readonly deepest: number;
  /** Commas outside strings: values are about as many. */
  readonly mostCommas: number;
}

/**
 * The strings, keys included, in a text that is said to be JSON, as they are written: looked for once, without
 * recursion, whether it is valid or not, and only until it holds too much, which is `undefined`.
 *
 * @param text UTF-8, in which no byte of a longer character looks like one of JSON's own
 */
export function countStrings(text: Uint8Array, { deepest, mostCommas }: JsonBounds): number | undefined {
  const { length } = text;
  // Hardly any text has one, and without it a string ends at the next quote.
  const endOfString = text.includes(backslash) ? endOfEscaped : endOfPlain;
  let strings = 0;
  let commas = 0;
  let open = 0;
  for (let position = 0; position < length; position += 1) {
    const code = text[position] ?? 0;
    if (code === quote) {
      strings += 1;
      position = endOfString(text, position + 1);
    } else if (code === comma) {
      commas += 1;
      if (commas > mostCommas) return undefined;
    } else if ((code | 32) === opening) {
      open += 1;
      if (open > deepest) return undefined;
    } else if ((code | 32) === closing) open -= 1;
  }
  return strings;
}

function endOfEscaped(text: Uint8Array, start: number): number {
  const { length } = text;
  let position = start;
  for (; position < length; position += 1) {
    const code = text[position];
    if (code === quote) break;
    if (code === backslash) position += 1;
  }
  return position;
}

function endOfPlain(text: Uint8Array, start: number): number {
  const { length } = text;
  let position = start;
  while (position < length && text[position] !== quote) position += 1;
  return position;
}

/**
 * Whether an object of a JSON text has a key twice, however it is written (`"a"` and `"\u0061"`). `JSON.parse` takes the
 * last one and tells nobody; a signature checker or a bank may take the first.
 *
 * Nothing else is lost between the text and the value: where a key was repeated, the text has more strings, because the
 * key itself is one.
 *
 * @param strings written in the valid JSON text
 * @param value what `JSON.parse` made of it
 */
export function hasDuplicateKeys(strings: number, value: unknown): boolean {
  // What somebody gave to every object would be met in each of them. Nearly always there is nothing, and asking each
  // field whether it is the object's own takes longer than all the rest.
  const isOwn = Object.keys(Object.prototype).length === 0 ? undefined : Object.hasOwn;
  return strings !== stringsKept([value], isOwn);
}

// Without lists of keys or values: making them takes longer, and as much memory as the value itself.
function stringsKept(container: object, isOwn: typeof Object.hasOwn | undefined): number {
  let strings = 0;
  if (Array.isArray(container)) {
    for (const value of container) strings += stringsIn(value, isOwn);
    return strings;
  }
  const fields = container as Readonly<Record<string, unknown>>;
  for (const key in fields) if (isOwn?.(fields, key) !== false) strings += 1 + stringsIn(fields[key], isOwn);
  return strings;
}

function stringsIn(value: unknown, isOwn: typeof Object.hasOwn | undefined): number {
  if (typeof value === 'string') return 1;
  return typeof value === 'object' && value !== null ? stringsKept(value, isOwn) : 0;
}
