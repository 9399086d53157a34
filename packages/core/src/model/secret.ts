import { invalidRequest } from '../errors/invalid-request.ts';
import { showInInspect } from './inspect.ts';

const mask = '[secret]';

let reveal: (secret: Secret) => string;

/**
 * A string that has no printable form: an API key, a security code, a card number, a bearer.
 *
 * `toString`, `toJSON`, `util.inspect`, template literals, spreading and `structuredClone` show a mask or nothing.
 * Only `revealSecret` gives the value, and only an adapter's request encoder has a reason to call it.
 */
export class Secret {
  readonly #value: string;
  readonly #shown: string;

  /** @param shown what is printed in the value's place; it must not help anyone to guess the value. */
  constructor(value: string, shown: string = mask) {
    // A blank one is a mistake in somebody's configuration, and what is signed with it is signed by nobody.
    if (typeof value !== 'string' || value.trim() === '') {
      throw invalidRequest('secret', 'must be a string that is not blank');
    }
    this.#value = value;
    this.#shown = shown;
  }

  toString(): string {
    return this.#shown;
  }

  toJSON(): string {
    return this.#shown;
  }

  /** Whether both hold the same value, without showing either. Not constant-time: do not use it on signatures. */
  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  static {
    reveal = (secret) => {
      if (!(#value in secret))
        throw invalidRequest('secret', 'was made by another copy of @ducat/core: install one version');
      return secret.#value;
    };
    showInInspect(this, String);
  }
}

/**
 * The value of a secret. Exported from `@ducat/core/reveal` alone, so that every place that can see secrets is found
 * by searching for that import.
 */
export function revealSecret(secret: Secret): string {
  return reveal(secret);
}
