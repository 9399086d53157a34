import type { Call } from '@ducat/adapter-kit';
import { requireEcho, writeChallenge } from '@ducat/adapter-kit';
import type { Action, ActionRequired, Outcome } from '@ducat/core';
import { DucatError, declineFor } from '@ducat/core';
import type { Invoice } from '../wire/invoice.ts';
import type { Sale } from '../wire/sale.ts';
import { toAction, toRelayedAction } from './challenge.ts';
import type { Payment } from './invoice-request.ts';
import { toOutcome } from './outcome.ts';
import { invoiceState } from './status.ts';
import { verdictOn } from './verdict.ts';
import type { Way } from './way.ts';

/** The bearer that opens the Cardgate for one invoice. */
export function bearerOf({ attributes }: Invoice): string {
  const { token } = attributes.flow_data.metadata;
  if (typeof token === 'string' && token !== '') return token;
  const message = 'the invoice came without flow_data.metadata.token: is host-to-host enabled for the account?';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'none' });
}

/** Where the shopper goes to pay on the provider's own page; the page lists `flow_data`, newer answers `hpp_url` too. */
export function pageOf(invoice: Invoice, payment: Payment, call: Call): Outcome {
  const { flow_data: flowData, hpp_url: url } = invoice.attributes;
  const action = toAction(flowData) ?? (typeof url === 'string' ? toAction({ action: url, params: {} }) : undefined);
  if (action !== undefined) return actionRequired(invoice, payment, call, action);
  const message = 'the invoice came without an address of its payment page';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'none' });
}

/** What an invoice says of a payment that was begun before. An unpaid one on the provider's page can still be paid. */
export function answerOf(invoice: Invoice, payment: Payment, way: Way, call: Call): Outcome {
  const frame = { provider: call.provider, customerReference: payment.request.customer?.reference, secrets: call.secrets };
  const outcome = toOutcome(invoice, payment.operation, frame);
  if (outcome === undefined) return pending(invoice, call, 'processing', { status: invoice.attributes.status });
  if (outcome.status === 'approved') requireEcho({ amount: [payment.request.amount, outcome.amount] });
  const isOpen = outcome.status === 'pending' && invoiceState(invoice.attributes.status) === 'open';
  return isOpen && way.kind === 'page' ? pageOf(invoice, payment, call) : outcome;
}

/** What the Cardgate's answer says by itself. A two-step payment's words there are nowhere explained. */
export function saleOutcome(sale: Sale, invoice: Invoice, payment: Payment, relayHosts: readonly string[], call: Call): Outcome {
  const { termUrl } = payment.request.threeDSecure ?? {};
  const relayed = toRelayedAction(sale.auth_payload, termUrl, relayHosts);
  if (relayed !== undefined) return actionRequired(invoice, payment, call, relayed.action, relayed.relayTo);
  const raw = { status: sale.status, ...(typeof sale.auth_mode === 'string' ? { authMode: sale.auth_mode } : {}) };
  const verdict = verdictOn('charge', invoiceState(sale.status));
  const facts = { provider: call.provider, reference: call.reference, providerReference: invoice.id, raw };
  if (verdict === 'declined') return { status: 'declined', ...facts, decline: declineFor('unspecified', 'unspecified') };
  if (verdict === 'approved' && payment.operation !== 'authorize') {
    return { status: 'approved', ...facts, amount: payment.request.amount };
  }
  return pending(invoice, call, verdict === 'unmapped' ? 'unmapped_status' : 'processing', raw);
}

function pending(
  invoice: Invoice,
  call: Call,
  reason: 'processing' | 'unmapped_status',
  raw: Record<string, string>,
): Outcome {
  return { status: 'pending', provider: call.provider, reference: call.reference, providerReference: invoice.id, reason, raw };
}

function actionRequired(invoice: Invoice, payment: Payment, call: Call, action: Action, relayTo?: string): ActionRequired {
  const { provider, reference } = call;
  const continuation = writeChallenge({
    provider,
    operation: payment.operation,
    providerReference: invoice.id,
    reference,
    amount: payment.request.amount,
    testMode: invoice.attributes.test_mode ?? undefined,
    customerReference: payment.request.customer?.reference,
    ...(relayTo === undefined ? {} : { relayTo }),
  });
  return {
    status: 'action_required',
    provider,
    reference,
    providerReference: invoice.id,
    action,
    continuation,
    raw: { status: invoice.attributes.status },
  };
}
