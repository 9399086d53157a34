import { requireOwnToken } from '@ducat/adapter-kit';
import type { CardSource, Customer, PaymentSource, TokenSource } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { z } from 'zod';
import type { PayCrossRequestOptions } from './provider-options.ts';

// PayCross "Tokenization".
const longestHolder = 35;

/** PayCross "Tokenization": a token of the contract `credit` is for payouts. */
export function withSourceLimits(schema: z.ZodType): z.ZodType {
  return withCardLimits(schema, 'source', 'customer').refine(
    ({ source }) => source?.kind !== 'token' || source.usage !== 'credit',
    { path: ['source', 'usage'], message: 'must not be credit: such a token is for payouts' },
  );
}

export function withDestinationLimits(schema: z.ZodType): z.ZodType {
  return withCardLimits(schema, 'destination', 'recipient').refine(
    ({ destination }) => destination?.kind !== 'token' || destination.usage === 'credit',
    { path: ['destination', 'usage'], message: 'must be credit: other tokens receive no payouts' },
  );
}

/** What a payment and a payout have of a card and of whose it is. */
interface CardRequest {
  readonly source?: PaymentSource;
  readonly destination?: PaymentSource;
  readonly customer?: Customer;
  readonly recipient?: Customer;
}

// A `refine` for each rule: `superRefine` makes a closure for every call, and V8 keeps it, with the card that it can
// see, until the next full garbage collection.
function withCardLimits(
  schema: z.ZodType,
  card: 'source' | 'destination',
  owner: 'customer' | 'recipient',
): z.ZodType<CardRequest> {
  return (schema as z.ZodType<CardRequest>)
    .refine((request) => hasShortHolder(request[card]), {
      path: [card, 'card', 'holder'],
      message: `must have at most ${longestHolder} characters`,
    })
    .refine((request) => isOwnersToken(request[card], request[owner]), {
      path: [card, 'reference'],
      message: 'is not the customer that the token belongs to',
    });
}

function hasShortHolder(source: PaymentSource | undefined): boolean {
  return source?.kind !== 'card' || (source.card.holder?.length ?? 0) <= longestHolder;
}

// PayCross itself does not ask whose token it is.
function isOwnersToken(source: PaymentSource | undefined, customer: Customer | undefined): boolean {
  const owner = source?.kind === 'token' ? source.token.customerReference : undefined;
  return owner === undefined || customer?.reference === undefined || customer.reference === owner;
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
