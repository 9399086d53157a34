import { Card, Money, type Supporting } from '@ducat/core';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';

const { PAYMEGA = '{}', PAYCROSS = '{}' } = process.env; // accounts and keys, as JSON
export const providers = [createPaymega(JSON.parse(PAYMEGA)), createPayCross(JSON.parse(PAYCROSS))];

export async function pay(provider: Supporting<'charge'>, reference: string): Promise<string> {
  const card = new Card({ number: '4200 0000 0000 0000', expiryMonth: 10, expiryYear: 2035, securityCode: '123' });
  const amount = Money.parse('10.50', 'EUR');
  const returnUrl = 'https://shop.example/return';
  const request = { amount, description: 'A hat', returnUrl, source: { kind: 'card', card } } as const;
  const outcome = await provider.charge(request, { reference }); // the reference is in your database already
  if (outcome.status === 'approved') return `paid ${outcome.amount.toString()}`;
  if (outcome.status === 'declined') return `declined: ${outcome.decline.reason}`;
  if (outcome.status === 'action_required') return `show the shopper a ${outcome.action.kind}, then call challenge`;
  if (outcome.status === 'not_sent') return 'nothing has happened: another provider may be tried';
  return 'pending or unknown: money may have moved, so ask provider.lookup before anything else';
}
