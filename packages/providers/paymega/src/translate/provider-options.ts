import { text, webUrl } from '@ducat/adapter-kit';
import type { ProviderOptions } from '@ducat/core';
import { z } from 'zod';

/** What only Paymega understands. Paymega "Host-to-host integration", "Two-step payments". */
export interface PaymegaRequestOptions {
  /** The service to pay by, when it is not `payment_card_<currency>_hpp`. */
  readonly service?: string;
  /** Where the shopper returns to, by result; wins over `returnUrl`. */
  readonly returnUrls?: { readonly success?: string; readonly fail?: string; readonly pending: string };
  /** What becomes of a hold by itself, after `delayedActionDelay`. For `authorize` only. */
  readonly delayedAction?: 'capture' | 'void';
  /** Minutes from the authorization to `delayedAction`, at least 60. */
  readonly delayedActionDelay?: number;
  /** The customer's tax number. */
  readonly individualTaxId?: string;
}

declare module '@ducat/core' {
  interface ProviderOptions {
    /** Options for Paymega alone. */
    readonly paymega?: PaymegaRequestOptions;
  }
}

const payment = z.strictObject({
  service: text(255).optional(),
  returnUrls: z.strictObject({ success: webUrl.optional(), fail: webUrl.optional(), pending: webUrl }).optional(),
  individualTaxId: text(255).optional(),
});

const twoStep = payment
  .extend({
    delayedAction: z.enum(['capture', 'void'], 'must be capture or void').optional(),
    delayedActionDelay: z.int('must be an integer of minutes').min(60, 'must be at least 60 minutes').optional(),
  })
  .refine(({ delayedAction, delayedActionDelay }) => delayedAction === undefined || delayedActionDelay !== undefined, {
    path: ['delayedActionDelay'],
    message: 'is required with delayedAction',
  })
  .refine(({ delayedAction, delayedActionDelay }) => delayedAction !== undefined || delayedActionDelay === undefined, {
    path: ['delayedAction'],
    message: 'is required with delayedActionDelay: the delay of nothing',
  });

const onlyForAuthorize = z
  .undefined('can be used with authorize only: Paymega knows it for flow delayed_charge')
  .optional();

/** The schemas of `providerOptions` with Paymega's own checked; those of other adapters are theirs to check. */
export const twoStepOptionsLimits: z.ZodType = z.looseObject({ paymega: twoStep.optional() }).optional();
export const paymentOptionsLimits: z.ZodType = z
  .looseObject({
    paymega: payment.extend({ delayedAction: onlyForAuthorize, delayedActionDelay: onlyForAuthorize }).optional(),
  })
  .optional();
export const payoutOptionsLimits: z.ZodType = z
  .looseObject({ paymega: payment.omit({ returnUrls: true }).optional() })
  .optional();
export const noOptionsLimits: z.ZodType = z.looseObject({ paymega: z.strictObject({}).optional() }).optional();

export function ownOptions(request: { readonly providerOptions?: ProviderOptions }): PaymegaRequestOptions {
  return request.providerOptions?.paymega ?? {};
}
