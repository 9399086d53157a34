import type { TokenSource, TokenizeRequest } from '@ducat/core';
import type { CardToken } from '@ducat/core';
import type { Shop } from './shop.ts';
import { assertApproved, cardSource, order } from './shop.ts';

export const customer = { reference: 'customer-1' };

/** A request that stores the usual card for the usual customer, if it may. */
export function storing(more: Partial<TokenizeRequest> = {}): TokenizeRequest {
  const { amount, description } = order();
  return {
    amount,
    description,
    customer,
    source: cardSource(),
    usage: ['recurring'],
    webhookUrl: 'https://shop.test/callback',
    ...more,
  };
}

/** The token that a real payment left behind. */
export async function stored(shop: Shop): Promise<CardToken> {
  const outcome = await shop.provider.tokenize(storing({ onPayment: 'allow' }), shop.attempt('store-1'));
  assertApproved(outcome);
  if (outcome.token === undefined) throw new Error('no token came');
  return outcome.token;
}

export const merchantInitiated = (token: CardToken): TokenSource => ({
  kind: 'token',
  token,
  usage: 'recurring',
  initiator: 'merchant',
});

export const customerPresent = (token: CardToken): TokenSource => ({
  kind: 'token',
  token,
  usage: 'oneclick',
  initiator: 'customer',
});
