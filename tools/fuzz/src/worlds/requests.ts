import type { AttemptContext, AuthorizeRequest, ChargeRequest, PaymentSource } from '@ducat/core';
import { Card, Money } from '@ducat/core';
import type { VirtualClock } from '@ducat/simulator';
import { createVirtualClock } from '@ducat/simulator';

/** Stands still: a deadline never passes, and bodies are the same in every run. */
export const clock: VirtualClock = createVirtualClock(Date.UTC(2026, 10, 21));

export const shopUrl = 'https://shop.test';

export function attempt(reference: string): AttemptContext {
  return { reference, clock };
}

export const amount: Money = Money.parse('10.01', 'USD');
export const part: Money = Money.parse('4.01', 'USD');

export function cardSource(number: string): PaymentSource & { kind: 'card' } {
  const card = new Card({ number, expiryMonth: 10, expiryYear: 2035, holder: 'Jane Roe', securityCode: '123' });
  return { kind: 'card', card };
}

/** A payment with everything that both providers have a place for. */
export function payment(source: PaymentSource, more: Partial<AuthorizeRequest> = {}): ChargeRequest {
  return {
    amount,
    description: 'A hat',
    source,
    customer: { reference: 'customer-1', email: 'jane@example.com', ipAddress: '203.0.113.7' },
    browser: {
      acceptHeader: '*/*',
      userAgent: 'Mozilla/5.0',
      language: 'en',
      javaEnabled: false,
      timeZoneOffset: -120,
    },
    returnUrl: `${shopUrl}/back`,
    webhookUrl: `${shopUrl}/webhook`,
    testMode: true,
    ...more,
  };
}
