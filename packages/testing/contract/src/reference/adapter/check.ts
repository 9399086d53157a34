import { DucatError, isAttemptReference, invalidRequest } from '@ducat/core';

/** The paths at which a value is wrong; none when it is right. */
export type Check = (value: unknown, path: string) => readonly string[];

export type Fields = Readonly<Record<string, Check>>;

/** @throws DucatError `invalid_request` that names every wrong field and repeats no value. */
export function checkRequest(fields: Fields, request: unknown): void {
  const paths = safely(object(fields), request, '');
  if (paths.length === 0) return;
  const issues = paths.map((path) => ({
    path: path === '' ? 'request' : path,
    message: 'is missing, or is not what belongs there',
  }));
  const message = issues.map((issue) => `${issue.path}: ${issue.message}`).join('; ');
  throw new DucatError({ code: 'invalid_request', message, effect: 'none', issues });
}

/** What is done before anything is sent: whatever fails in it is the caller's request, and nothing has happened. */
export function beforeSending<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    if (DucatError.is(error)) throw error;
    throw invalidRequest('request', 'cannot be read');
  }
}

/** @throws DucatError `invalid_request`: nothing that moves money is sent without a name for it. */
export function requireReference(context: unknown): string {
  const { reference } = beforeSending(() => ({
    reference: (context as { reference?: unknown } | null | undefined)?.reference,
  }));
  if (isAttemptReference(reference)) return reference;
  throw invalidRequest('context.reference', 'must be 1 to 64 letters, digits, - or _');
}

/** Right where the condition holds. */
export const where =
  (holds: (value: unknown) => boolean): Check =>
  (value, path) =>
    holds(value) ? [] : [path];

export const optional =
  (check: Check): Check =>
  (value, path) =>
    value === undefined ? [] : check(value, path);

/** An object with these fields and no others. */
export const object =
  (fields: Fields): Check =>
  (value, path) => {
    if (!isRecord(value)) return [path];
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    const foreign = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    // The caller's own word is repeated only if it is one: a card number can stand there too.
    const strange = foreign.map((name) => (/^[A-Za-z]{1,40}$/.test(name) ? at(name) : path));
    return [...Object.entries(fields).flatMap(([name, check]) => safely(check, value[name], at(name))), ...strange];
  };

/** One of several kinds of object, told apart by `kind`. */
export const union =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    const kind = isRecord(value) ? value['kind'] : undefined;
    const check = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return check === undefined ? [path] : check(value, path);
  };

export const record =
  (check: Check): Check =>
  (value, path) =>
    isRecord(value) && Object.values(value).every((one) => check(one, path).length === 0) ? [] : [path];

/** Getters throw and proxies are revoked: what cannot be read is wrong. */
function safely(check: Check, value: unknown, path: string): readonly string[] {
  try {
    return check(value, path);
  } catch {
    return [path];
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
