import type { Call } from '@ducat/adapter-kit';
import { schemas } from '@ducat/adapter-kit';
import type { PayoutRequest } from '@ducat/core';
import type { z } from 'zod';
import { addressLimits, toWireAddress, toWireRecipient } from './customer.ts';
import type { Shop } from './payment.ts';
import { toWireLanguage } from './payment.ts';
import { ownOptions, payoutOptionsLimits } from './provider-options.ts';
import { toWireDestination, withDestinationLimits } from './source.ts';

export const payoutLimits: z.ZodType = withDestinationLimits(
  schemas.payoutRequest.extend({ recipientAddress: addressLimits.optional(), providerOptions: payoutOptionsLimits }),
);

/** PayCross "Payout". */
export function toWirePayout(
  request: PayoutRequest,
  { settings, money }: Shop,
  { provider, reference }: Pick<Call, 'provider' | 'reference'>,
): object {
  const options = ownOptions(request);
  const { amount, currency } = money.toWire(request.amount);
  return {
    amount,
    currency,
    description: request.description,
    tracking_id: reference,
    duplicate_check: options.duplicateCheck,
    language: toWireLanguage(request.language),
    notification_url: request.webhookUrl,
    verification_url: options.verificationUrl,
    test: request.testMode ?? settings.testMode,
    recipient_credit_card: toWireDestination(request.destination, provider),
    recipient: toWireRecipient(request.recipient),
    recipient_billing_address: toWireAddress(request.recipientAddress, request.recipient?.phone),
    additional_data: request.metadata === undefined ? undefined : { meta: request.metadata },
  };
}
