import type { ChargeRequest } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { Setting } from '../child/order.ts';
import type { CardKind } from './cards.ts';
import { numberOf, securityCode } from './cards.ts';

/** Where the shopper comes back to. Nobody is there: the journey ends before it. */
export const merchantOrigin = 'https://shop.test';

export function euros(minorUnits: number): Money {
  return Money.of(BigInt(minorUnits), 'EUR');
}

/** The same order whenever it is asked for, with the card typed again. */
export function requestOf({ key, provider, amount }: Setting, card: CardKind = 'approved'): ChargeRequest {
  return {
    amount: euros(amount),
    description: `Order ${key}`,
    customer: { reference: `customer-${key}` },
    source: { kind: 'card', card: typed(numberOf(card, provider)) },
    returnUrl: `${merchantOrigin}/back`,
    ...(card === 'pending' ? { webhookUrl: `${merchantOrigin}/webhooks` } : {}),
    testMode: true,
  };
}

function typed(number: string): Card {
  return new Card({ number, expiryMonth: 10, expiryYear: 2035, holder: 'Jane Roe', securityCode });
}
