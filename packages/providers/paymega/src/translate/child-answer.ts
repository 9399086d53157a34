import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Money, Outcome } from '@ducat/core';
import type { Invoice } from '../wire/invoice.ts';
import { toOutcome } from './outcome.ts';

/**
 * The outcome of a capture or void from the invoice it was answered with, named by its own attempt. An invoice that
 * stands as before may still be worked on: that is pending.
 */
export function toChildAnswer(invoice: Invoice, operation: 'capture' | 'void', asked: Money, call: Call): Outcome {
  const { provider, reference, secrets } = call;
  const outcome = toOutcome(invoice, operation, { provider, secrets });
  if (outcome === undefined) {
    const raw = redactDetails({ status: invoice.attributes.status }, secrets);
    return { status: 'pending', provider, reference, providerReference: invoice.id, reason: 'processing', raw };
  }
  if (outcome.status === 'approved') requireEcho({ amount: [asked, outcome.amount] });
  return { ...outcome, reference };
}
