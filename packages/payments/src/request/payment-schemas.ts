import {
  authorizeRequest,
  chargeRequest,
  payoutRequest,
  providerOptions,
  tokenizeRequest,
} from '@ducat/validation/schemas';
import type { z } from 'zod';
import { isPrintable } from './canonical.ts';

/*
 * The requests that begin payments, as strict as the adapters are about them, so that what is wrong is told before
 * anything is written and whoever is chosen. Of all that is in them a fingerprint can be made.
 */

const printable = {
  providerOptions: providerOptions
    .refine(isPrintable, 'must be plain data: it refers to itself, or is nested too deeply')
    .optional(),
};

export const charge: z.ZodObject = chargeRequest.extend(printable);

export const authorize: z.ZodObject = authorizeRequest.extend(printable);

export const tokenize: z.ZodObject = tokenizeRequest.extend(printable);

export const payout: z.ZodObject = payoutRequest.extend(printable);
