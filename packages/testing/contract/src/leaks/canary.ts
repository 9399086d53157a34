import type { CardData, CardToken } from '@ducat/core';

/** A string that must not be seen anywhere. */
export interface Canary {
  readonly name: string;
  readonly value: string;
  /** Too short to be told from chance inside other digits and letters: it counts where it stands alone. */
  readonly standsAlone: boolean;
}

function canary(name: string, value: string): Canary {
  return { name, value, standsAlone: value.length < 6 };
}

/** Whole secrets: keys, bearers. */
export function secretCanaries(name: string, values: readonly string[]): Canary[] {
  return values.map((value) => canary(name, value));
}

/**
 * The number, each half that shows a digit more than the first six or the last four (PCI DSS 3.4.1), and the security
 * code. A half of nearly equal digits is left out: test numbers such as 4200000000000000 have one, and so has chance.
 */
export function cardCanaries({ number, securityCode }: CardData): Canary[] {
  const digits = number.replace(/\D/g, '');
  const halves = [canary('seven first digits', digits.slice(0, 7)), canary('seven last digits', digits.slice(-7))];
  return [
    canary('card number', digits),
    ...halves.filter(({ value }) => new Set(value).size > 2),
    ...(securityCode === undefined ? [] : [canary('security code', securityCode)]),
  ];
}

const storagePrefix = 'ducat-token.1.';

/** The provider's own token. Its storage form holds it in the clear, by definition. */
export function tokenCanary(token: CardToken): Canary {
  const stored = Buffer.from(token.toStorage().slice(storagePrefix.length), 'base64url').toString('utf8');
  return canary('card token', (JSON.parse(stored) as { value: string }).value);
}
