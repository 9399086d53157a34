const quote = 34;
const colon = 58;
const backslash = 92;

/**
 * Whether an object of the JSON text has a key twice, however it is written (`"a"` and `"\u0061"`). `JSON.parse` takes
 * the last one and tells nobody; a signature checker or a bank may take the first.
 *
 * Each pair of the text has one colon outside strings, and each pair that was kept is in the value: where a key was
 * repeated, the text has more. Costs two thirds of the parsing itself and no recursion, however deep the value is.
 *
 * @param text valid JSON
 * @param value what `JSON.parse` made of it
 */
export function hasDuplicateKeys(text: string, value: unknown): boolean {
  return pairsWritten(text) !== pairsKept(value);
}

function pairsWritten(text: string): number {
  let pairs = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === colon) pairs += 1;
    else if (code === quote) position = endOfString(text, position + 1);
  }
  return pairs;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (text.charCodeAt(end - 1) === backslash && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(text: string, position: number): boolean {
  let first = position;
  while (text.charCodeAt(first - 1) === backslash) first -= 1;
  return (position - first) % 2 === 1;
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
