import { schemas } from '@ducat/adapter-kit';
import type { z } from 'zod';
import {
  noOptionsLimits,
  paymentOptionsLimits,
  payoutOptionsLimits,
  twoStepOptionsLimits,
} from './provider-options.ts';

export const chargeLimits: z.ZodType = schemas.chargeRequest.extend({ providerOptions: paymentOptionsLimits });
export const tokenizeLimits: z.ZodType = schemas.tokenizeRequest.extend({ providerOptions: paymentOptionsLimits });
export const authorizeLimits: z.ZodType = schemas.authorizeRequest.extend({ providerOptions: twoStepOptionsLimits });
export const captureLimits: z.ZodType = schemas.captureRequest.extend({ providerOptions: noOptionsLimits });
export const refundLimits: z.ZodType = schemas.refundRequest.extend({ providerOptions: noOptionsLimits });
export const payoutLimits: z.ZodType = schemas.payoutRequest.extend({ providerOptions: payoutOptionsLimits });
