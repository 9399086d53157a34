import type { Call } from '@ducat/adapter-kit';
import type { AuthorizeRequest, ChargeRequest, PaymentDetails } from '@ducat/core';
import { toWireAmount } from './money.ts';
import { unsupported } from './unsupported.ts';

export function isTest(request: PaymentDetails, settings: { readonly testMode: boolean }): boolean {
  return request.testMode ?? settings.testMode;
}

/** The body of a charge and of an authorization, which differ in their path alone. */
export function toWirePayment(request: ChargeRequest | AuthorizeRequest, testMode: boolean, call: Call): object {
  const { amount, description, source, storeCard, customer, webhookUrl } = request;
  if (source.kind !== 'card') throw unsupported('source.kind', 'Template takes cards only');
  if (storeCard !== undefined) throw unsupported('storeCard', 'Template stores no cards');
  const { card } = source;
  return {
    ...toWireAmount(amount),
    reference: call.reference,
    test: testMode,
    description,
    card: {
      number: card.number,
      exp_month: card.expiryMonth,
      exp_year: card.expiryYear,
      cvv: card.securityCode,
      holder: card.holder,
    },
    customer: { id: customer?.reference, email: customer?.email, ip: customer?.ipAddress },
    notify_url: webhookUrl,
  };
}
