const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;

/** How much a JSON text may hold. */
export interface JsonBounds {
  /** Containers inside each other. */
  readonly deepest: number;
  /** Commas outside strings: values are about as many. */
  readonly mostCommas: number;
}

/**
 * The pairs of key and value in a text that is said to be JSON, as they are written: looked for once, without
 * recursion, whether it is valid or not, and only until it holds too much, which is `undefined`.
 */
export function countPairs(text: string, { deepest, mostCommas }: JsonBounds): number | undefined {
  let pairs = 0;
  let commas = 0;
  let open = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === quote) position = endOfString(text, position + 1);
    else if (code === colon) pairs += 1;
    else if (code === comma) commas += 1;
    // [ and { or ] and }, which differ in one bit.
    else if ((code | 32) === 123) open += 1;
    else if ((code | 32) === 125) open -= 1;
    if (open > deepest || commas > mostCommas) return undefined;
  }
  return pairs;
}

function endOfString(text: string, start: number): number {
  const end = text.indexOf('"', start);
  if (end < 0) return text.length;
  if (text.charCodeAt(end - 1) !== backslash) return end;
  let position = start;
  for (; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === quote) break;
    if (code === backslash) position += 1;
  }
  return position;
}

/**
 * Whether an object of a JSON text has a key twice, however it is written (`"a"` and `"\u0061"`). `JSON.parse` takes the
 * last one and tells nobody; a signature checker or a bank may take the first.
 *
 * Each pair of the text has one colon outside strings, and each pair that was kept is in the value: where a key was
 * repeated, the text has more.
 *
 * @param pairs written in the valid JSON text
 * @param value what `JSON.parse` made of it
 */
export function hasDuplicateKeys(pairs: number, value: unknown): boolean {
  return pairs !== pairsKept(value);
}

function pairsKept(value: unknown): number {
  let pairs = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const container = open.pop();
    if (typeof container !== 'object' || container === null) continue;
    const inner = Object.values(container);
    if (!Array.isArray(container)) pairs += inner.length;
    for (const child of inner) if (typeof child === 'object' && child !== null) open.push(child);
  }
  return pairs;
}
