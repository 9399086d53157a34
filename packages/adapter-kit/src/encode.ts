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
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key: string, plain: unknown): unknown {
    // `plain` has been through toJSON, which masks; the holder still has the secret itself.
    const original = this[key];
    if (original instanceof Secret) {
      const revealed = revealSecret(original);
      secrets.push(revealed);
      return revealed;
    }
    if (original instanceof DecimalNumber) return json.rawJSON(original.text);
    if (typeof plain === 'number' && !Number.isFinite(plain)) throw new TypeError('not a number of JSON');
    return typeof original === 'bigint' ? json.rawJSON(original.toString()) : plain;
  });
  return { text, secrets };
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
