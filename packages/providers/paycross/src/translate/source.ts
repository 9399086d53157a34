import { requireOwnToken } from '@ducat/adapter-kit';
import type { CardSource, Customer, PaymentSource, TokenSource } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { z } from 'zod';
import type { PayCrossRequestOptions } from './provider-options.ts';

// PayCross "Tokenization".
const longestHolder = 35;

/** PayCross "Tokenization": a token of the contract `credit` is for payouts. */
export function checkSource(value: unknown, issues: z.core.$RefinementCtx): void {
  const { source, customer } = value as { source: PaymentSource; customer?: Customer };
  checkHolder(source, 'source', issues);
  checkOwner(source, 'customer', customer, issues);
  if (source.kind === 'token' && source.usage === 'credit') {
    issues.addIssue({
      code: 'custom',
      path: ['source', 'usage'],
      message: 'must not be credit: such a token is for payouts',
    });
  }
}

export function checkDestination(value: unknown, issues: z.core.$RefinementCtx): void {
  const { destination, recipient } = value as { destination: CardSource | TokenSource; recipient?: Customer };
  checkHolder(destination, 'destination', issues);
  checkOwner(destination, 'recipient', recipient, issues);
  if (destination.kind === 'token' && destination.usage !== 'credit') {
    issues.addIssue({
      code: 'custom',
      path: ['destination', 'usage'],
      message: 'must be credit: other tokens receive no payouts',
    });
  }
}

function checkHolder(source: PaymentSource, path: string, issues: z.core.$RefinementCtx): void {
  if (source.kind !== 'card' || (source.card.holder?.length ?? 0) <= longestHolder) return;
  issues.addIssue({
    code: 'custom',
    path: [path, 'card', 'holder'],
    message: `must have at most ${longestHolder} characters`,
  });
}

// PayCross itself does not ask whose token it is.
function checkOwner(
  source: PaymentSource,
  path: string,
  customer: Customer | undefined,
  issues: z.core.$RefinementCtx,
): void {
  const owner = source.kind === 'token' ? source.token.customerReference : undefined;
  if (owner === undefined || customer?.reference === undefined || customer.reference === owner) return;
  issues.addIssue({
    code: 'custom',
    path: [path, 'reference'],
    message: 'is not the customer that the token belongs to',
  });
}

/** The `credit_card` section. @throws DucatError `unsupported` for the hosted page, which is another API of PayCross. */
export function toWireSource(source: PaymentSource, provider: string, options: PayCrossRequestOptions): object {
  if (source.kind === 'hosted') {
    const message = 'source.kind: the hosted checkout of PayCross is another API; give a card or a token';
    throw new DucatError({ code: 'unsupported', message, effect: 'none', issues: [{ path: 'source.kind', message }] });
  }
  return {
    ...toWireCard(source, provider),
    skip_three_d_secure_verification: options.skipThreeDSecure,
    force_three_d_secure_verification: options.forceThreeDSecure,
  };
}

function toWireCard(source: CardSource | TokenSource, provider: string): object {
  if (source.kind === 'token') {
    requireOwnToken(source, provider, 'source');
    return { token: source.token.value, verification_value: source.securityCode };
  }
  const { card } = source;
  return {
    number: card.number,
    verification_value: card.securityCode,
    holder: card.holder,
    exp_month: String(card.expiryMonth).padStart(2, '0'),
    exp_year: String(card.expiryYear),
  };
}

/** The `recipient_credit_card` section: money that comes in needs no security code. */
export function toWireDestination(destination: CardSource | TokenSource, provider: string): object {
  if (destination.kind === 'token') {
    requireOwnToken(destination, provider, 'destination');
    return { token: destination.token.value };
  }
  return { ...toWireCard(destination, provider), verification_value: undefined };
}
