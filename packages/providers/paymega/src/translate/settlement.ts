import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho, writeChallenge } from '@ducat/adapter-kit';
import type { Action, ActionRequired, Outcome } from '@ducat/core';
import { DucatError, declineFor } from '@ducat/core';
import type { Invoice } from '../wire/invoice.ts';
import type { Sale } from '../wire/sale.ts';
import { toAction, toRelayedAction } from './challenge.ts';
import type { Payment } from './invoice-request.ts';
import { isTokenWanted } from './invoice-request.ts';
import { toOutcome } from './outcome.ts';
import { invoiceState } from './status.ts';
import { verdictOn } from './verdict.ts';
import type { Way } from './way.ts';

/** Whether nothing was begun on the invoice: it waits, and no card is known to it. */
export function isUntouched({ attributes }: Invoice): boolean {
  const { payment_card: card } = attributes.payload;
  return invoiceState(attributes.status) === 'open' && typeof (card?.first ?? card?.last) !== 'string';
}

/** The bearer that opens the Cardgate for one invoice. It goes into a header, so it has to be fit for one. */
export function bearerOf({ attributes }: Invoice): string {
  const { token } = attributes.flow_data.metadata;
  if (typeof token === 'string' && /^[!-~]{1,4096}$/.test(token)) return token;
  const message = 'the invoice came without a flow_data.metadata.token: is host-to-host enabled for the account?';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'none' });
}

/** Where the shopper goes to pay on the provider's own page; the page lists `flow_data`, newer answers `hpp_url` too. */
export function pageOf(invoice: Invoice, payment: Payment, call: Call): Outcome {
  const { flow_data: flowData, hpp_url: url, status } = invoice.attributes;
  const action = toAction(flowData) ?? (typeof url === 'string' ? toAction({ action: url, params: {} }) : undefined);
  if (action !== undefined) return actionRequired(invoice, payment, call, action, { status });
  const message = 'the invoice came without an address of its payment page';
  throw new DucatError({ code: 'unexpected_response', message, effect: 'none' });
}

/** What an invoice says of a payment that was begun before. An unpaid one on the provider's page can still be paid. */
export function answerOf(invoice: Invoice, payment: Payment, way: Way, call: Call): Outcome {
  const frame = {
    provider: call.provider,
    customerReference: payment.request.customer?.reference,
    secrets: call.secrets,
  };
  const outcome = toOutcome(invoice, payment.operation, frame);
  if (outcome === undefined) return pending(invoice, call, 'processing', { status: invoice.attributes.status });
  if (outcome.status === 'approved') requireEcho({ amount: [payment.request.amount, outcome.amount] });
  return outcome.status === 'pending' && way.kind === 'page' && isUntouched(invoice)
    ? pageOf(invoice, payment, call)
    : outcome;
}

/** What the Cardgate's answer says by itself. A two-step payment's words there are nowhere explained. */
export function saleOutcome(
  sale: Sale,
  invoice: Invoice,
  payment: Payment,
  relayHosts: readonly string[],
  call: Call,
): Outcome {
  const { termUrl } = payment.request.threeDSecure ?? {};
  const raw = { status: sale.status, authMode: sale.auth_mode };
  const verdict = verdictOn('charge', invoiceState(sale.status));
  const relayed = toRelayedAction(sale.auth_payload, termUrl, relayHosts);
  const facts = { provider: call.provider, reference: call.reference, providerReference: invoice.id };
  if (verdict === 'declined') {
    return {
      status: 'declined',
      ...facts,
      raw: redactDetails(raw, call.secrets),
      decline: declineFor('unspecified', 'unspecified'),
    };
  }
  if (verdict === 'approved' && payment.operation !== 'authorize') {
    return { status: 'approved', ...facts, raw: redactDetails(raw, call.secrets), amount: payment.request.amount };
  }
  if (relayed !== undefined) return actionRequired(invoice, payment, call, relayed.action, raw, relayed.relayTo);
  return pending(invoice, call, verdict === 'unmapped' ? 'unmapped_status' : 'processing', raw);
}

/** Whether the sale's answer is all there is to say, so that the invoice need not be asked. */
export function isSettled(outcome: Outcome, payment: Payment): boolean {
  if (outcome.status === 'approved') return !isTokenWanted(payment);
  return outcome.status === 'action_required' || (outcome.status === 'pending' && payment.operation !== 'authorize');
}

/**
 * The sale's answer beside the invoice's. A no counts when the invoice says it as well: the platform may be trying another
 * acquirer. A yes that the invoice denies is neither.
 */
export function reconcile(sold: Outcome, told: Outcome | undefined, invoice: Invoice, call: Call): Outcome {
  if (sold.status === 'approved' && told?.status === 'declined') {
    const message = 'the sale was approved and its invoice says that it failed';
    throw new DucatError({ code: 'contradicting_response', message, effect: 'possible' });
  }
  if (sold.status === 'declined' && told === undefined) return pending(invoice, call, 'processing', sold.raw);
  const isLess = told === undefined || (told.status === 'pending' && sold.status !== 'declined');
  return isLess ? sold : told;
}

type Details = Parameters<typeof redactDetails>[0];

function pending(invoice: Invoice, call: Call, reason: 'processing' | 'unmapped_status', details: Details): Outcome {
  const { provider, reference, secrets } = call;
  const raw = redactDetails(details, secrets);
  return { status: 'pending', provider, reference, providerReference: invoice.id, reason, raw };
}

function actionRequired(
  invoice: Invoice,
  payment: Payment,
  call: Call,
  action: Action,
  details: Details,
  relayTo?: string,
): ActionRequired {
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
  const raw = redactDetails(details, call.secrets);
  return { status: 'action_required', provider, reference, providerReference: invoice.id, action, continuation, raw };
}
