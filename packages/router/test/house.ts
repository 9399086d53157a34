import type { CardSummary, ChargeRequest, Provider, ProviderLimits } from '@ducat/core';
import { Card, CardToken, Money } from '@ducat/core';
import type { ProviderCapabilities, RoutingQuestion, RoutingRule, Routes } from '@ducat/router';

const limits: ProviderLimits = {
  currencies: 'any',
  capture: { partial: 'always', multiple: true },
  void: { partial: true },
  refund: { partial: true, multiple: true },
  tokenize: 'standalone',
  repeat: {},
  lookupHorizonMilliseconds: 0,
  lookupByReference: [],
  actions: ['redirect'],
};

/** Routing looks whether a port is there and never calls it. */
function port(): never {
  throw new Error('a router sends nothing');
}

/** A provider that can do everything but what is said. */
export function provider(id: string, changes: Partial<ProviderLimits> = {}, without: readonly string[] = []): Provider {
  const all = { charge: port, authorize: port, tokenize: port, payout: port };
  const ports = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  return { id, limits: { ...limits, ...changes }, ...ports, close: () => Promise.resolve() };
}

export const ids = ['alpha', 'beta', 'gamma'] as const;
export const providers: readonly Provider[] = ids.map((id) => provider(id));

export function capable(id: string, changes: Partial<ProviderCapabilities['limits']> = {}): ProviderCapabilities {
  return {
    id,
    ports: ['charge', 'authorize', 'tokenize', 'payout'],
    limits: { currencies: 'any', tokenize: 'standalone', ...changes },
  };
}

export function routes(rules: readonly RoutingRule[], rest: Omit<Routes, 'version' | 'rules'> = {}): Routes {
  return { version: 1, rules, ...rest };
}

export const visa = new Card({ number: '4111111111111111', expiryMonth: 12, expiryYear: 2030, securityCode: '987' });
export const mastercard = new Card({ number: '5555555555554444', expiryMonth: 12, expiryYear: 2030 });
export const noon: number = Date.parse('2026-05-06T12:00:00Z');

type Around = Partial<Pick<RoutingQuestion, 'key' | 'at' | 'bindings'>> & {
  readonly card?: Pick<CardSummary, 'firstSix' | 'brand' | 'issuerCountry'>;
};

/** A charge of 10.00 EUR by a Visa card, but for what is said. */
export function charge(request: Partial<ChargeRequest> = {}, around: Around = {}): RoutingQuestion {
  return {
    operation: 'charge',
    key: 'order-1',
    at: noon,
    request: {
      amount: Money.parse('10.00', 'EUR'),
      description: 'Books',
      source: { kind: 'card', card: visa },
      ...request,
    },
    ...around,
  };
}

export function token(issuer: string): ChargeRequest['source'] {
  const stored = new CardToken({ provider: issuer, value: 'tok_5169147129584558', customerReference: 'c-1' });
  return { kind: 'token', token: stored, usage: 'recurring', initiator: 'merchant' };
}
