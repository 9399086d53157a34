import type { Call } from '@ducat/adapter-kit';
import { schemas, webUrl } from '@ducat/adapter-kit';
import type { ChargeRequest } from '@ducat/core';
import type { z } from 'zod';
import { toWireAmount } from './money.ts';
import { unsupported } from './unsupported.ts';

/** API page "Checkouts": `return_to` is required. */
export const chargeLimits: z.ZodType = schemas.chargeRequest.extend({ returnUrl: webUrl });

export function toWireCheckout(request: ChargeRequest, testMode: boolean, call: Call): object {
  const { amount, description, source, storeCard, customer, language, returnUrl, webhookUrl } = request;
  if (source.kind !== 'hosted')
    throw unsupported('source.kind', "Tidepay takes money on its own page only: { kind: 'hosted' }");
  if (storeCard !== undefined) throw unsupported('storeCard', 'Tidepay stores no cards');
  return {
    ...toWireAmount(amount),
    title: description,
    order: call.reference,
    return_to: returnUrl,
    notify_to: webhookUrl,
    email: customer?.email,
    language: language?.slice(0, 2),
    sandbox: testMode ? 'yes' : 'no',
  };
}
