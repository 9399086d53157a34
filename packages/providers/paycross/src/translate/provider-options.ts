import { text, webUrl } from '@ducat/adapter-kit';
import type { ProviderOptions } from '@ducat/core';
import { z } from 'zod';
import type { Airline } from './airline.ts';
import { airlineLimits } from './airline.ts';

/** What only PayCross understands. PayCross "Tokenization" and "Payment". */
export interface PayCrossRequestOptions {
  /** Whether a request with the same amount and card within 30 seconds is refused. PayCross's default: true. */
  readonly duplicateCheck?: boolean;
  /** Where PayCross asks for a confirmation before it processes the transaction. */
  readonly verificationUrl?: string;
  /** No 3-D Secure, where the provider allows the shop to say so. `forceThreeDSecure` wins over it. */
  readonly skipThreeDSecure?: boolean;
  readonly forceThreeDSecure?: boolean;
  /** 3-D Secure with extended control: the merchant speaks with the ACS itself. The provider has to enable it. */
  readonly advancedThreeDSecure?: boolean;
  /** Lines for the mail to the shopper. */
  readonly receiptText?: readonly string[];
  /** After this moment, ISO 8601 with offset, the transaction becomes `expired`. */
  readonly expiredAt?: string;
  readonly travel?: { readonly airline?: Airline };
}

declare module '@ducat/core' {
  interface ProviderOptions {
    /** Options for PayCross alone. */
    readonly paycross?: PayCrossRequestOptions;
  }
}

const flag = z.boolean('must be true or false').optional();

const options = z.strictObject({
  duplicateCheck: flag,
  verificationUrl: webUrl.optional(),
  skipThreeDSecure: flag,
  forceThreeDSecure: flag,
  advancedThreeDSecure: flag,
  receiptText: z.array(text(255), 'must be an array of strings').optional(),
  expiredAt: z.iso.datetime({ offset: true, error: 'must be ISO 8601 with an offset' }).optional(),
  travel: z.strictObject({ airline: airlineLimits.optional() }).optional(),
});

/** The schema of `providerOptions` with PayCross's own checked; those of other adapters are theirs to check. */
export const providerOptionsLimits: z.ZodType = z.looseObject({ paycross: options.optional() }).optional();

/** The same for payouts. */
export const payoutOptionsLimits: z.ZodType = z
  .looseObject({ paycross: z.strictObject({ duplicateCheck: flag, verificationUrl: webUrl.optional() }).optional() })
  .optional();

/** The same for captures, voids and refunds, which know one option. */
export const childOptionsLimits: z.ZodType = z
  .looseObject({ paycross: z.strictObject({ duplicateCheck: flag }).optional() })
  .optional();

export function ownOptions(request: { readonly providerOptions?: ProviderOptions }): PayCrossRequestOptions {
  return request.providerOptions?.paycross ?? {};
}
