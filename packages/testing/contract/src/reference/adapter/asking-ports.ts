import type { Challenge, Lookup, TransactionRecord } from '@ducat/core';
import { invalidRequest } from '@ducat/core';
import { beforeSending } from './check.ts';
import type { Client } from './client.ts';
import { readContinuation } from './continuation.ts';
import { asDucatError, withEffect, withoutEffect } from './failure.ts';
import { toRecord } from './outcome.ts';
import { challengeFields, lookupFields } from './requests.ts';
import { budgetOf } from './send.ts';

/** Finds by the bank's id or by the attempt's reference. */
export function lookup(client: Client): Lookup['lookup'] {
  const { settings, parts } = client;
  return async (request, context = {}) => {
    parts.checkRequest(lookupFields, request);
    const { reference, providerReference } = request;
    if (reference === undefined && providerReference === undefined) throw invalidRequest('reference', 'is missing');
    const budget = beforeSending(() => budgetOf(context, settings.timeoutMilliseconds));
    try {
      const found =
        providerReference === undefined
          ? await client.findAll(reference ?? '', budget)
          : [await client.find(providerReference, budget)];
      const [newest, ...older] = found.map((transaction): TransactionRecord => toRecord(transaction, settings));
      return newest === undefined ? { status: 'not_found' } : { status: 'found', transactions: [newest, ...older] };
    } catch (thrown) {
      const error = withoutEffect(asDucatError(thrown, settings.id));
      if (error.code === 'not_found') return { status: 'not_found' };
      if (error.code === 'authentication_failed' || error.code === 'invalid_request') throw error;
      return { status: 'failed', error };
    }
  };
}

/** The answer of the shopper's bank is relayed as it came; what became of the payment is asked for, not believed. */
export function challenge(client: Client): Challenge['challenge'] {
  const { settings, parts } = client;
  return async (request, context = {}) => {
    parts.checkRequest(challengeFields, request);
    const { expected, relays } = readContinuation(request.continuation, settings);
    const { id } = expected;
    if (request.answer !== undefined && !relays) throw invalidRequest('answer', 'this payment has no answer to relay');
    const budget = beforeSending(() => budgetOf(context, settings.timeoutMilliseconds));
    try {
      if (request.answer !== undefined) await client.relay(id, request.answer, budget);
      const transaction = await client.find(id, budget);
      parts.requireEcho(expected, transaction);
      return parts.toOutcome(transaction, settings);
    } catch (thrown) {
      const error = asDucatError(thrown, settings.id);
      if (error.code === 'authentication_failed') throw error;
      const { raw } = error;
      return {
        status: 'unknown',
        provider: settings.id,
        providerReference: id,
        reference: expected.reference,
        error: withEffect(error),
        raw,
      };
    }
  };
}
