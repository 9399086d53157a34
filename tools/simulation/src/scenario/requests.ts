import type { AuthorizeRequest, ChargeRequest, PayoutRequest, TokenizeRequest } from '@ducat/core';
import { Card, CardToken, Money } from '@ducat/core';
import { webhookUrl } from '../network/platforms.ts';
import { cardNumbers, securityCode } from './cards.ts';
import type { Plan } from './plan.ts';

const returnUrl = 'https://shop.test/back';
const termUrl = 'https://shop.test/term';

/** The shopper types the card again for every request, as a new page would ask for it. */
function cardFrom({ card }: Plan): Card {
  return new Card({
    number: cardNumbers[card],
    expiryMonth: 10,
    expiryYear: 2035,
    holder: 'Jane Roe',
    securityCode,
  });
}

export function amountOf({ currency }: Plan, minorUnits: number): Money {
  return Money.of(BigInt(minorUnits), currency);
}

function details(plan: Plan, amount: number): Omit<ChargeRequest, 'source'> {
  const { key, first, hasTermUrl } = plan;
  return {
    amount: amountOf(plan, amount),
    description: `Order ${key}`,
    customer: { reference: `customer-${key}` },
    returnUrl,
    webhookUrl,
    testMode: true,
    ...(first === undefined ? {} : { metadata: { first } }),
    ...(hasTermUrl ? { threeDSecure: { termUrl } } : {}),
  };
}

export function chargeRequest(plan: Plan, amount: number = plan.amount): ChargeRequest {
  return { ...details(plan, amount), source: { kind: 'card', card: cardFrom(plan) } };
}

export function authorizeRequest(plan: Plan, amount: number = plan.amount): AuthorizeRequest {
  return { ...chargeRequest(plan, amount), partialCapture: true };
}

export function tokenizeRequest(plan: Plan, amount: number = plan.amount): TokenizeRequest {
  return {
    ...details(plan, amount),
    source: { kind: 'card', card: cardFrom(plan) },
    usage: ['recurring'],
    onPayment: 'allow',
  };
}

export function tokenChargeRequest(plan: Plan, stored: string, amount: number): ChargeRequest {
  const token = CardToken.fromStorage(stored);
  return { ...details(plan, amount), source: { kind: 'token', token, usage: 'recurring', initiator: 'merchant' } };
}

export function payoutRequest(plan: Plan, amount: number = plan.amount): PayoutRequest {
  const { key, first } = plan;
  return {
    amount: amountOf(plan, amount),
    destination: { kind: 'card', card: cardFrom(plan) },
    description: `Winnings ${key}`,
    webhookUrl,
    testMode: true,
    ...(first === undefined ? {} : { metadata: { first } }),
  };
}
