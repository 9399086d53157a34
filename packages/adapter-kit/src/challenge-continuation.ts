import type { Operation } from '@ducat/core';
import { Money, invalidRequest, isCurrencyCode } from '@ducat/core';
import { z } from 'zod';
import { readContinuation, writeContinuation } from './continuation.ts';
import { identifier } from './identifier.ts';
import { operations } from './request/schemas.ts';

/** What is needed to go on with a payment after the shopper acted. All of it is compared with the provider's answer. */
export interface ChallengeFacts {
  /** Id of the provider that asked for the challenge. */
  readonly provider: string;
  readonly operation: Operation;
  readonly providerReference: string;
  readonly reference?: string | undefined;
  readonly amount?: Money | undefined;
  readonly testMode?: boolean | undefined;
  /** The customer a token will belong to. */
  readonly customerReference?: string | undefined;
  /** Where the merchant has the ACS's answer sent (3-D Secure 1). */
  readonly termUrl?: string | undefined;
  /** Where that answer is to be relayed. */
  readonly relayTo?: string | undefined;
}

const short = z.string().max(2048).optional();

const stored = z.strictObject({
  provider: z.string(),
  operation: z.enum(operations),
  providerReference: identifier,
  reference: short,
  minorUnits: z
    .string()
    .regex(/^\d{1,30}$/)
    .optional(),
  currency: z.string().refine(isCurrencyCode).optional(),
  testMode: z.boolean().optional(),
  customerReference: short,
  termUrl: short,
  relayTo: short,
});

export function writeChallenge(facts: ChallengeFacts): string {
  // Field by field: a spread would carry along whatever else the caller's object holds.
  return writeContinuation({
    provider: facts.provider,
    operation: facts.operation,
    providerReference: facts.providerReference,
    reference: facts.reference,
    minorUnits: facts.amount?.minorUnits.toString(),
    currency: facts.amount?.currency,
    testMode: facts.testMode,
    customerReference: facts.customerReference,
    termUrl: facts.termUrl,
    relayTo: facts.relayTo,
  });
}

/** @throws DucatError `invalid_request`, path `continuation`, also when another provider wrote it. */
export function readChallenge(continuation: string, provider: string): ChallengeFacts {
  const { minorUnits, currency, ...facts } = readContinuation(stored, continuation);
  if (facts.provider !== provider) {
    throw invalidRequest('continuation', `belongs to the provider ${facts.provider}, not to ${provider}`);
  }
  return minorUnits !== undefined && isCurrencyCode(currency)
    ? { ...facts, amount: Money.of(BigInt(minorUnits), currency) }
    : facts;
}
