import { Secret } from '@ducat/core';
import { revealSecret } from '@ducat/core/reveal';

/** A JSON number with exactly these digits, for providers that want decimals as numbers. */
export class DecimalNumber {
  readonly #text: string;

  /** @throws TypeError, a defect of the adapter, for anything but a plain decimal: it stands in the JSON as it is. */
  constructor(text: string) {
    if (typeof text !== 'string' || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text))
      throw new TypeError('not a plain decimal');
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

/** Encoded text and the secrets that stand in it, which must not come back in anything that is printed. */
export interface Encoded {
  readonly text: string;
  readonly secrets: readonly string[];
}

// Node has it since 21; TypeScript's library does not describe it yet.
const json = JSON as unknown as { rawJSON(text: string): unknown };

/**
 * JSON with secrets in the clear: the one way by which card data gets into a request. Bigints and `DecimalNumber`s
 * become numbers digit by digit; properties that are `undefined` are left out.
 *
 * @throws TypeError, a defect of the adapter, for a number that JSON does not have: it would arrive as `null`.
 */
export function encodeJson(value: unknown): Encoded {
  const secrets: string[] = [];
  // Not by a replacer: JSON.stringify would call it for every field, and takes half as long again with one.
  return { text: JSON.stringify(inTheClear(value, secrets)), secrets };
}

/** The value as `JSON.stringify` needs it: what it would not write as it is, replaced in a copy. */
function inTheClear(value: unknown, secrets: string[]): unknown {
  if (typeof value === 'bigint') return exactNumber(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a number of JSON');
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Secret) {
    const revealed = revealSecret(value);
    secrets.push(revealed);
    return revealed;
  }
  if (value instanceof DecimalNumber) return json.rawJSON(value.text);
  if (Array.isArray(value)) return value.map((item) => inTheClear(item, secrets));
  const fields = value as Record<string, unknown>;
  // It writes itself, and a card masks itself.
  if (typeof fields['toJSON'] === 'function') return value;
  let copy: Record<string, unknown> | undefined;
  for (const key in fields) {
    const field = fields[key];
    // Most fields are texts, or left out.
    if (typeof field === 'string' || field === undefined || !Object.hasOwn(fields, key)) continue;
    const clear = inTheClear(field, secrets);
    if (clear !== field) (copy ??= { ...fields })[key] = clear;
  }
  return copy ?? value;
}

function exactNumber(value: bigint): unknown {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : json.rawJSON(value.toString());
}

/**
 * An `application/x-www-form-urlencoded` body with secrets in the clear. Fields that are `undefined` are left out.
 *
 * @throws TypeError, a defect of the adapter, for a value that a form has no place for: it would arrive as its name.
 */
export function encodeForm(fields: unknown): Encoded {
  const secrets: string[] = [];
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields as Record<string, unknown>)) {
    if (value === undefined) continue;
    if (value instanceof Secret) {
      const revealed = revealSecret(value);
      secrets.push(revealed, new URLSearchParams([['', revealed]]).toString().slice(1));
      form.append(name, revealed);
    } else if (typeof value === 'string' || typeof value === 'bigint') form.append(name, String(value));
    else throw new TypeError('not a value of a form');
  }
  return { text: form.toString(), secrets };
}

/** The value of an HTTP Basic `Authorization` header. */
export function encodeBasicAuthorization(username: string, password: Secret): Encoded {
  const revealed = revealSecret(password);
  const credentials = Buffer.from(`${username}:${revealed}`, 'utf8').toString('base64');
  return { text: `Basic ${credentials}`, secrets: [revealed, credentials] };
}

/** The value of a Bearer `Authorization` header. */
export function encodeBearerAuthorization(token: Secret): Encoded {
  const revealed = revealSecret(token);
  return { text: `Bearer ${revealed}`, secrets: [revealed] };
}

/** The value of a header that is the key and nothing else, for an exchange with `credentialsHeader`. */
export function encodeKey(key: Secret): Encoded {
  const revealed = revealSecret(key);
  return { text: revealed, secrets: [revealed] };
}
