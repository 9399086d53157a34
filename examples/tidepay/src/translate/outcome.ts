import type { Call } from '@ducat/adapter-kit';
import { isSecureUrl, redactDetails, requireEcho, writeChallenge } from '@ducat/adapter-kit';
import type { ActionRequired, Money, ReportedOutcome, TransactionRecord } from '@ducat/core';
import { DucatError, declineFor } from '@ducat/core';
import type { Checkout } from '../wire/checkout.ts';
import { declineOf } from './decline.ts';
import { fromWireAmount } from './money.ts';
import { checkoutMeaning } from './status.ts';

/** @throws DucatError `contradicting_response` when the checkout is not the one that was asked for. */
export function toAnswer(
  checkout: Checkout,
  asked: { readonly amount: Money; readonly testMode: boolean },
  call: Call,
): ReportedOutcome {
  requireEcho({ reference: [call.reference, checkout.order] });
  // From here on it is ours, so that a lookup by its cursor can tell more.
  call.providerReference = checkout.cursor;
  requireEcho({
    amount: [asked.amount, fromWireAmount(checkout.amount, checkout.currency)],
    testMode: [asked.testMode, checkout.sandbox ?? undefined],
  });
  return toOutcome(checkout, call);
}

/** The checkout as a lookup or a notice tells it. */
export function toRecord(checkout: Checkout, call: Pick<Call, 'provider' | 'secrets'>): TransactionRecord {
  const { amount, currency, sandbox, changed_at: changedAt } = checkout;
  return {
    operation: 'charge',
    outcome: toOutcome(checkout, call),
    amount: fromWireAmount(amount, currency),
    ...(typeof sandbox === 'boolean' ? { testMode: sandbox } : {}),
    ...(typeof changedAt === 'number' ? { updatedAt: changedAt * 1000 } : {}),
  };
}

function toOutcome(checkout: Checkout, { provider, secrets }: Pick<Call, 'provider' | 'secrets'>): ReportedOutcome {
  const { cursor: providerReference, order: reference, state, reason } = checkout;
  const facts = { provider, reference, providerReference, raw: redactDetails({ state, reason }, secrets) };
  const meaning = checkoutMeaning(state);
  switch (meaning) {
    case 'approved':
      return { status: 'approved', ...facts, amount: fromWireAmount(checkout.amount, checkout.currency) };
    case 'action_required':
      return { status: 'action_required', ...facts, ...stepOf(checkout, provider) };
    case 'declined':
      return { status: 'declined', ...facts, decline: declineOf(reason) };
    case 'canceled':
    case 'expired':
      return { status: 'declined', ...facts, decline: declineFor(meaning, 'customer') };
    case 'processing':
    case 'moderation':
    case 'unmapped_status':
      return { status: 'pending', ...facts, reason: meaning };
  }
}

function stepOf(checkout: Checkout, provider: string): Pick<ActionRequired, 'action' | 'continuation'> {
  const { cursor, order, amount, currency, sandbox, page } = checkout;
  if (typeof page !== 'string' || !isSecureUrl(page)) {
    const message = 'the provider gives no page to which a shopper could be sent';
    throw new DucatError({ code: 'unexpected_response', message, effect: 'possible', provider });
  }
  const continuation = writeChallenge({
    provider,
    operation: 'charge',
    providerReference: cursor,
    reference: order,
    amount: fromWireAmount(amount, currency),
    testMode: sandbox ?? undefined,
  });
  return { action: { kind: 'redirect', url: page }, continuation };
}
