import type {
  AttemptContext,
  AuthorizeRequest,
  CardData,
  ChargeRequest,
  CurrencyCode,
  PayoutRequest,
  TokenizeRequest,
} from '@ducat/core';
import { Card, Money } from '@ducat/core';
import { publishedCards } from '../simulator/index.ts';
import { shopUrl } from './shop.ts';

const securityCode = '123';

export function card(number: string = publishedCards.approved.number, changes: Partial<CardData> = {}): Card {
  return new Card({ number, expiryMonth: 5, expiryYear: 2030, holder: 'John Doe', securityCode, ...changes });
}

export function money(decimal: string, currency: CurrencyCode = 'USD'): Money {
  return Money.parse(decimal, currency);
}

/** A charge that is approved at once. */
export function charge(changes: Partial<ChargeRequest> = {}): ChargeRequest {
  return {
    amount: money('10.00'),
    description: 'A hat',
    returnUrl: `${shopUrl}/return`,
    webhookUrl: `${shopUrl}/webhooks`,
    source: { kind: 'card', card: card() },
    ...changes,
  };
}

export function authorize(changes: Partial<AuthorizeRequest> = {}): AuthorizeRequest {
  return { ...charge(), ...changes };
}

export function tokenize(changes: Partial<TokenizeRequest> = {}): TokenizeRequest {
  return { ...charge(), source: { kind: 'card', card: card() }, usage: ['recurring'], ...changes };
}

export function payout(changes: Partial<PayoutRequest> = {}): PayoutRequest {
  return { amount: money('7.00'), description: 'A prize', destination: { kind: 'card', card: card() }, ...changes };
}

let attempts = 0;

/** A fresh attempt, or the one with this name. */
export function attempt(reference?: string): AttemptContext {
  attempts += 1;
  return { reference: reference ?? `attempt-${attempts}` };
}
