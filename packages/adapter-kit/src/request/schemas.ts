import { isAttemptReference } from '@ducat/core';
import { amount, challengeAnswer, providerOptions, providerReference, text } from '@ducat/validation/schemas';
import { z } from 'zod';

export { address, authorizeRequest, chargeRequest, payoutRequest, tokenizeRequest } from '@ducat/validation/schemas';

const givenReference = providerReference('must be an id as the provider gave it');

export const captureRequest: z.ZodObject = z.strictObject({
  authorization: givenReference,
  amount,
  providerOptions: providerOptions.optional(),
});

export const refundRequest: z.ZodObject = z.strictObject({
  payment: givenReference,
  amount,
  reason: text(255),
  providerOptions: providerOptions.optional(),
});

export const operations: readonly ['tokenize', 'charge', 'authorize', 'capture', 'void', 'refund', 'payout'] = [
  'tokenize',
  'charge',
  'authorize',
  'capture',
  'void',
  'refund',
  'payout',
];

export const lookupRequest: z.ZodType = z
  .strictObject({
    operation: z.enum(operations, 'must name the operation that is asked about'),
    reference: z.string().refine(isAttemptReference, 'must be an attempt reference').optional(),
    providerReference: givenReference.optional(),
  })
  .refine(({ reference, providerReference: id }) => (reference ?? id) !== undefined, {
    path: ['reference'],
    message: 'give the attempt reference or the provider reference to look up by',
  });

export const challengeRequest: z.ZodObject = z.strictObject({
  continuation: z.string('must be the string that came with action_required'),
  answer: challengeAnswer.optional(),
});
