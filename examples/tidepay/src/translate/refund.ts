import type { Call } from '@ducat/adapter-kit';
import { redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { Money, ReportedOutcome, TransactionRecord } from '@ducat/core';
import { declineFor } from '@ducat/core';
import type { Refund } from '../wire/refund.ts';
import { fromWireAmount } from './money.ts';
import { refundMeaning } from './status.ts';

/** @throws DucatError `contradicting_response` when the refund is not the one that was asked for. */
export function toRefundAnswer(
  refund: Refund,
  asked: { readonly payment: string; readonly amount: Money },
  call: Call,
): ReportedOutcome {
  requireEcho({ reference: [asked.payment, refund.checkout] });
  call.providerReference = refund.cursor;
  requireEcho({ amount: [asked.amount, fromWireAmount(refund.amount, refund.currency)] });
  return { ...toOutcome(refund, call), reference: call.reference };
}

/** The refund as a lookup or a notice tells it: without the attempt, which Tidepay does not keep. */
export function toRefundRecord(refund: Refund, call: Pick<Call, 'provider' | 'secrets'>): TransactionRecord {
  const { amount, currency, sandbox, changed_at: changedAt } = refund;
  return {
    operation: 'refund',
    outcome: toOutcome(refund, call),
    amount: fromWireAmount(amount, currency),
    ...(typeof sandbox === 'boolean' ? { testMode: sandbox } : {}),
    ...(typeof changedAt === 'number' ? { updatedAt: changedAt * 1000 } : {}),
  };
}

function toOutcome(refund: Refund, { provider, secrets }: Pick<Call, 'provider' | 'secrets'>): ReportedOutcome {
  const { cursor: providerReference, state, amount, currency } = refund;
  const facts = { provider, providerReference, raw: redactDetails({ state }, secrets) };
  const meaning = refundMeaning(state);
  switch (meaning) {
    case 'approved':
      return { status: 'approved', ...facts, amount: fromWireAmount(amount, currency) };
    case 'declined':
      return { status: 'declined', ...facts, decline: declineFor('unspecified', 'provider') };
    case 'processing':
    case 'moderation':
    case 'unmapped_status':
      return { status: 'pending', ...facts, reason: meaning };
  }
}
