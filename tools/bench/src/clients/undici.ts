import { Pool } from 'undici';
import type { Client, Surroundings } from './client.ts';
import { requireApproved } from './order.ts';

/** What all others are compared with: nothing but JSON over undici's own pool, as in its manual. */
export async function openUndici({ addresses }: Surroundings): Promise<Client> {
  const pool = new Pool(addresses.plain, { connections: 64 });
  const authorization = `Basic ${Buffer.from('361:secret-key-1').toString('base64')}`;
  return {
    async call(number) {
      const reference = `undici-${number}`;
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/transactions/payments',
        headers: {
          accept: 'application/json',
          authorization,
          'content-type': 'application/json',
          RequestID: reference,
        },
        body: JSON.stringify(paymentWith(reference)),
      });
      const { transaction } = (await body.json()) as { transaction: { status: string } };
      requireApproved(statusCode === 200 && transaction.status === 'successful' ? 'approved' : transaction.status);
    },
    close: () => pool.close(),
  };
}

/** What the PayCross adapter sends. */
function paymentWith(reference: string): object {
  return {
    request: {
      amount: 1050,
      currency: 'EUR',
      description: 'A hat',
      tracking_id: reference,
      dynamic_billing_descriptor: 'Shop',
      language: 'en',
      notification_url: 'https://shop.test/hook',
      return_url: 'https://shop.test/back',
      test: true,
      billing_address: {
        first_name: 'Jane',
        last_name: 'Roe',
        country: 'DE',
        city: 'Berlin',
        zip: '10115',
        address: '1st street',
        phone: '+4930123456',
      },
      credit_card: {
        number: '5519283812030000',
        verification_value: '123',
        holder: 'Jane Roe',
        exp_month: '10',
        exp_year: '2035',
      },
      customer: { ip: '127.0.0.1', email: 'jane@shop.test' },
      additional_data: { meta: { order: '1' } },
    },
  };
}
