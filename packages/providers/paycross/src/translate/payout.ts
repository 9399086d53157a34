import { schemas } from '@ducat/adapter-kit';
import type { PayoutRequest } from '@ducat/core';
import type { z } from 'zod';
import { addressLimits, toWireAddress, toWireCustomer } from './customer.ts';
import type { PaymentFrame } from './payment.ts';
import { childOptionsLimits, ownOptions } from './provider-options.ts';
import { toWireCard } from './source.ts';

export const payoutLimits: z.ZodType = schemas.payoutRequest.extend({
  recipientAddress: addressLimits.optional(),
  providerOptions: childOptionsLimits,
});

/** PayCross "Payout". */
export function toWirePayout(request: PayoutRequest, frame: Omit<PaymentFrame, 'contract'>): object {
  const options = ownOptions(request);
  return {
    ...frame.money.toWire(request.amount),
    description: request.description,
    tracking_id: frame.call.reference,
    duplicate_check: options.duplicateCheck,
    language: request.language,
    notification_url: request.webhookUrl,
    verification_url: options.verificationUrl,
    test: frame.asked.testMode === true ? true : undefined,
    recipient_credit_card: toWireCard(request.destination, frame.call.provider, 'destination'),
    recipient: toWireCustomer(request.recipient),
    recipient_billing_address: toWireAddress(request.recipientAddress, request.recipient?.phone),
    additional_data: request.metadata === undefined ? undefined : { meta: request.metadata },
  };
}
