import { requireOwnToken } from '@ducat/adapter-kit';
import type { CardSource, PaymentSource } from '@ducat/core';
import { DucatError } from '@ducat/core';

/** How Paymega takes the money: through its page, or by a sale at its Cardgate with a card or a stored card. */
export type Way = { readonly kind: 'page' } | { readonly kind: 'sale'; readonly card: CardSource | undefined };

/**
 * Paymega "Payments with tokens": a stored card goes to the page when the customer is there and is charged by an empty
 * sale when not.
 */
export function wayOf(source: PaymentSource, provider: string, cardgateUrl: string | undefined): Way {
  if (source.kind === 'hosted') return { kind: 'page' };
  if (source.kind === 'token') requireOwnToken(source, provider, 'source');
  if (source.kind === 'token' && source.initiator === 'customer') {
    if (source.securityCode !== undefined) {
      throw unsupported('source.securityCode', 'Paymega asks for the security code on its own page; leave it out');
    }
    return { kind: 'page' };
  }
  if (cardgateUrl === undefined) {
    throw unsupported(
      'source.kind',
      'set the option cardgateUrl (the provider issues it) to charge cards without its page',
    );
  }
  return { kind: 'sale', card: source.kind === 'card' ? source : undefined };
}

export function unsupported(path: string, message: string): DucatError {
  return new DucatError({
    code: 'unsupported',
    message: `${path}: ${message}`,
    effect: 'none',
    issues: [{ path, message }],
  });
}
