import { requireOwnToken } from '@ducat/adapter-kit';
import type { PayoutRequest } from '@ducat/core';
import { toWireCustomer } from './customer.ts';
import { toWireNumber } from './money.ts';
import { ownOptions } from './provider-options.ts';
import { payoutService } from './service.ts';

/** The attributes of a payout invoice, by the sibling labels' samples. It is processed at once. */
export function toWirePayout(
  request: PayoutRequest,
  provider: string,
  reference: string,
  testMode: boolean | undefined,
): object {
  const { destination, amount } = request;
  const { service, individualTaxId } = ownOptions(request);
  if (destination.kind === 'token') requireOwnToken(destination, provider, 'destination');
  const card = destination.kind === 'card' ? destination.card : undefined;
  const token = destination.kind === 'token' ? destination.token : undefined;
  return {
    test_mode: testMode,
    reference_id: reference,
    description: request.description,
    currency: amount.currency,
    amount: toWireNumber(amount),
    service: service ?? payoutService(amount.currency),
    fields: { card_number: card?.number, token: token?.value },
    context: card === undefined ? undefined : { card: cardContext(card) },
    customer: toWireCustomer({
      customer: request.recipient,
      address: request.recipientAddress,
      tokenCustomer: token?.customerReference,
      individualTaxId,
      path: 'recipient',
    }),
    metadata: request.metadata,
    callback_url: request.webhookUrl,
    options: { auto_process: true },
  };
}

function cardContext(card: { holder: string | undefined; expiryMonth: number; expiryYear: number }): object {
  return {
    card_holder: card.holder,
    exp_month: String(card.expiryMonth).padStart(2, '0'),
    exp_year: String(card.expiryYear % 100).padStart(2, '0'),
  };
}
