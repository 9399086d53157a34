type Fields = Readonly<Record<string, unknown>>;

/**
 * A continuation as its reader sees it: everything before the last point, and the fields of the JSON after it.
 * `undefined` when it is written in a way that nobody can read without a key; then nobody can change it either.
 */
function opened(continuation: string): { readonly head: string; readonly fields: Fields } | undefined {
  const at = continuation.lastIndexOf('.') + 1;
  try {
    const fields: unknown = JSON.parse(Buffer.from(continuation.slice(at), 'base64url').toString('utf8'));
    return typeof fields === 'object' && fields !== null
      ? { head: continuation.slice(0, at), fields: fields as Fields }
      : undefined;
  } catch {
    return undefined;
  }
}

export function fieldsOf(continuation: string): Fields {
  return opened(continuation)?.fields ?? {};
}

/** The same continuation with one field changed, or left out for `undefined`. */
export function withField(continuation: string, name: string, value: unknown): string {
  const { head, fields } = opened(continuation) ?? { head: '', fields: {} };
  return head + Buffer.from(JSON.stringify({ ...fields, [name]: value })).toString('base64url');
}

/** The same string with another character at one place. */
export function withCharacter(text: string, position: number): string {
  const character = text[position] === 'A' ? 'B' : 'A';
  return text.slice(0, position) + character + text.slice(position + 1);
}
