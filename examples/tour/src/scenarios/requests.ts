import type { ChargeRequest } from '@ducat/core';
import { Money } from '@ducat/core';
import type { World } from '../worlds/world.ts';

/** What every payment of the tour has in common: a shopper of the shop, and where to report to. */
export function order(world: World, amount: string): Omit<ChargeRequest, 'source'> {
  return {
    amount: Money.parse(amount, 'USD'),
    description: 'A hat',
    customer: { reference: 'customer-1', email: 'jane@example.com', ipAddress: '203.0.113.7' },
    billingAddress: {
      firstName: 'Jane',
      lastName: 'Doe',
      country: 'US',
      state: 'CO',
      city: 'Denver',
      postalCode: '96002',
      line: '1st Street',
    },
    browser: {
      userAgent: 'Mozilla/5.0',
      language: 'en-US',
      screenWidth: 1920,
      screenHeight: 1080,
      timeZoneOffset: -120,
    },
    returnUrl: world.merchant.returnUrl,
    webhookUrl: world.merchant.webhookUrl,
  };
}
