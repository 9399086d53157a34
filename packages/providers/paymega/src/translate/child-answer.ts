import type { Call } from '@ducat/adapter-kit';
import { requireEcho } from '@ducat/adapter-kit';
import type { Money, Operation, Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Invoice } from '../wire/invoice.ts';
import { toOutcome } from './outcome.ts';

/**
 * The outcome of a capture, void or refund from the invoice it was answered with. The invoice carries the reference of
 * its authorization or charge, so the outcome is named by the attempt. An invoice that stands as before may still be
 * worked on: that is pending.
 */
export function toChildAnswer(invoice: Invoice, operation: Operation, id: string, asked: Money, call: Call): Outcome {
  if (invoice.id !== id) {
    const message = 'the answer is about another invoice';
    throw new DucatError({ code: 'contradicting_response', message, effect: 'possible' });
  }
  const { provider, reference } = call;
  const outcome = toOutcome(invoice, operation, { provider, secrets: call.secrets });
  if (outcome === undefined) {
    const raw = { status: invoice.attributes.status };
    return { status: 'pending', provider, reference, providerReference: id, reason: 'processing', raw };
  }
  if (outcome.status !== 'approved') return { ...outcome, reference };
  // A refund's answer shows the sum of all refunds, which says nothing about this one.
  if (operation === 'refund') return { ...outcome, reference, amount: asked };
  requireEcho({ amount: [asked, outcome.amount] });
  return { ...outcome, reference };
}
