import { invalidRequest } from '../errors/invalid-request.ts';
import { showInInspect } from './inspect.ts';
import { Secret, revealSecret } from './secret.ts';

/** What a token is made of. */
export interface CardTokenData {
  /** Id of the provider that issued the token; no other provider can use it. */
  readonly provider: string;
  /** The provider's token. */
  readonly value: string;
  /** The merchant's customer reference the provider bound the token to; Paymega refuses the token without it. */
  readonly customerReference?: string;
}

const storagePrefix = 'ducat-token.1.';

/**
 * A stored card at one provider. Whoever holds the value can charge the card, so it prints as a mask.
 *
 * @example
 * vault.save(customerId, outcome.token.toStorage());
 * const token = CardToken.fromStorage(vault.load(customerId));
 */
export class CardToken {
  readonly #value: Secret;
  readonly provider: string;
  readonly customerReference: string | undefined;

  /** @throws DucatError `invalid_request` with the path of the field that is empty or no string. */
  constructor(given: CardTokenData) {
    const data: CardTokenData = (given as CardTokenData | null | undefined) ?? { provider: '', value: '' };
    for (const field of ['provider', 'value', 'customerReference'] as const) {
      const isAbsent = field === 'customerReference' && data[field] === undefined;
      if (!isAbsent && (typeof data[field] !== 'string' || data[field].trim() === '')) {
        throw invalidRequest(`token.${field}`, 'must be a string that is not blank');
      }
    }
    this.provider = data.provider;
    this.#value = new Secret(data.value);
    this.customerReference = data.customerReference;
  }

  /** The provider's token; prints as a mask. */
  get value(): Secret {
    return this.#value;
  }

  /** The same token bound to a customer, for providers that report a token without naming the customer again. */
  forCustomer(customerReference: string): CardToken {
    return new CardToken({ provider: this.provider, value: revealSecret(this.#value), customerReference });
  }

  /**
   * One string with the token, its provider and its customer, for the merchant's vault. It is as secret as the token:
   * store it encrypted, never log it.
   */
  toStorage(): string {
    const { provider, customerReference } = this;
    const data = JSON.stringify({ provider, value: revealSecret(this.#value), customerReference });
    return storagePrefix + Buffer.from(data, 'utf8').toString('base64url');
  }

  /** @throws DucatError `invalid_request`, path `token`, when the string did not come from `toStorage`. */
  static fromStorage(stored: string): CardToken {
    if (typeof stored === 'string' && stored.startsWith(storagePrefix)) {
      try {
        const text = Buffer.from(stored.slice(storagePrefix.length), 'base64url').toString('utf8');
        const token = new CardToken(JSON.parse(text) as CardTokenData);
        // Decoding skips what is not base64url: a string with something cut off or added would pass for a token.
        if (token.toStorage() === stored) return token;
      } catch {
        // The parse error would quote the stored text.
      }
    }
    throw invalidRequest('token', 'must be a string made by CardToken.toStorage');
  }

  toString(): string {
    return `[token of ${this.provider}]`;
  }

  toJSON(): { provider: string; value: string } {
    return { provider: this.provider, value: this.#value.toString() };
  }

  static {
    showInInspect(this, String);
  }
}
