const quote = 34;
const comma = 44;
const colon = 58;
const backslash = 92;

/** What can be said of a JSON text without parsing it. */
export interface JsonSurvey {
  /** Pairs of key and value, as they are written. */
  readonly pairs: number;
  /** Commas outside strings: values are about as many. */
  readonly commas: number;
  /** Containers inside each other. */
  readonly depth: number;
}

/** Looks through a text that is said to be JSON: once, without recursion, however deep it is and whether it is valid. */
export function surveyJson(text: string): JsonSurvey {
  let pairs = 0;
  let commas = 0;
  let open = 0;
  let depth = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === quote) position = endOfString(text, position + 1);
    else if (code === colon) pairs += 1;
    else if (code === comma) commas += 1;
    // [ and { or ] and }, which differ in one bit.
    else if ((code | 32) === 123) depth = Math.max(depth, (open += 1));
    else if ((code | 32) === 125) open -= 1;
  }
  return { pairs, commas, depth };
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end >= 0 && text.charCodeAt(end - 1) === backslash && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, position: number): boolean {
  let first = position;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (position - first) % 2 === 1;
}

/**
 * Whether an object of a JSON text has a key twice, however it is written (`"a"` and `"\u0061"`). `JSON.parse` takes the
 * last one and tells nobody; a signature checker or a bank may take the first.
 *
 * Each pair of the text has one colon outside strings, and each pair that was kept is in the value: where a key was
 * repeated, the text has more.
 *
 * @param survey of the valid JSON text
 * @param value what `JSON.parse` made of it
 */
export function hasDuplicateKeys({ pairs }: JsonSurvey, value: unknown): boolean {
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
