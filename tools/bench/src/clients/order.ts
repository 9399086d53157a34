import type { ChargeRequest } from '@ducat/core';
import { Card, Money } from '@ducat/core';

/** What every client pays: 10.50 EUR for a hat. A new card each time, as it comes from a checkout. */
export function hat(): ChargeRequest {
  return {
    amount: Money.parse('10.50', 'EUR'),
    description: 'A hat',
    source: {
      kind: 'card',
      card: new Card({
        number: '5519283812030000',
        expiryMonth: 10,
        expiryYear: 2035,
        holder: 'Jane Roe',
        securityCode: '123',
      }),
    },
    customer: { reference: 'customer-1', name: 'Jane Roe', email: 'jane@shop.test', ipAddress: '127.0.0.1' },
    billingAddress: {
      firstName: 'Jane',
      lastName: 'Roe',
      country: 'DE',
      city: 'Berlin',
      line: '1st street',
      postalCode: '10115',
      phone: '+4930123456',
    },
    descriptor: 'Shop',
    language: 'en',
    returnUrl: 'https://shop.test/back',
    webhookUrl: 'https://shop.test/hook',
    metadata: { order: '1' },
  };
}

/** What has to come back. @throws Error, so that nobody is measured failing. */
export function requireApproved(status: string): void {
  if (status !== 'approved') throw new Error(`the payment was not approved but ${status}`);
}
