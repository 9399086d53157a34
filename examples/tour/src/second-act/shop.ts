import type { ChargeRequest } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { MerchantSettings } from './merchant-settings.ts';

/** The n-th order of the shop; asked for again it is the same. */
export function orderNumber(number: number, { cardNumber, webhookUrl }: MerchantSettings): ChargeRequest {
  const card = new Card({
    number: cardNumber,
    expiryMonth: 10,
    expiryYear: 2035,
    holder: 'Jane Doe',
    securityCode: '123',
  });
  return {
    amount: Money.of(1000n + BigInt(number), 'EUR'),
    description: `Order ${number}`,
    source: { kind: 'card', card },
    returnUrl: 'https://shop.example/return',
    webhookUrl,
  };
}

/** The key of the n-th order, which is also the name of its payment. */
export function keyOf(number: number): string {
  return `order-${number}`;
}
