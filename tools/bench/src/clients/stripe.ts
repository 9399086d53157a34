import Stripe from 'stripe';
import type { Client, Surroundings } from './client.ts';
import { requireApproved } from './order.ts';

/** Stripe's own library as its manual shows it. */
export async function openStripe({ addresses }: Surroundings): Promise<Client> {
  return payWith(new Stripe('sk_test_1', at(addresses.plain)));
}

/** Where the library finds the server of the run. */
export function at(origin: string): { readonly host: string; readonly port: string; readonly protocol: 'http' } {
  const { hostname, port } = new URL(origin);
  return { host: hostname, port, protocol: 'http' };
}

/** The same hat, as Stripe takes it. */
export function payWith(stripe: Stripe): Client {
  return {
    async call(number) {
      const { status } = await stripe.paymentIntents.create(
        {
          amount: 1050,
          currency: 'eur',
          confirm: true,
          customer: 'cus_0PYxyh3bqNs7z8',
          description: 'A hat',
          metadata: { order: '1', reference: `stripe-${number}` },
          payment_method: 'pm_1QmG6oLkdIwHu7ixXPcbcH2t',
          receipt_email: 'jane@shop.test',
          return_url: 'https://shop.test/back',
          shipping: {
            name: 'Jane Roe',
            phone: '+4930123456',
            address: { line1: '1st street', city: 'Berlin', country: 'DE', postal_code: '10115' },
          },
          statement_descriptor_suffix: 'Shop',
        },
        { idempotencyKey: `stripe-${number}` },
      );
      requireApproved(status === 'succeeded' ? 'approved' : status);
    },
    close: async () => undefined,
  };
}
