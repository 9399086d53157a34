import { moneyPort, withoutEffect } from '@ducat/adapter-kit';
import type { Call } from '@ducat/adapter-kit';
import type { Outcome, Refund, RefundRequest } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PaymegaClient } from './client.ts';
import { isRefusal } from './client.ts';
import { toWireNumber } from './translate/money.ts';
import { earlierRefund, isPossiblyDone, requireRefundable, toRefundAnswer } from './translate/refund-answer.ts';
import { refundLimits } from './translate/request-limits.ts';
import type { Invoice } from './wire/invoice.ts';

/**
 * The sibling labels' page "Refund"; not on Paymega's own. The request carries no currency, and whether a repeated
 * reference is refused no page says, so the invoice is read first.
 */
export function refund(client: PaymegaClient): Refund['refund'] {
  return moneyPort<RefundRequest>(client.port, refundLimits, async ({ payment: id, amount, reason }, call) => {
    call.providerReference = id;
    const attributes = { amount: toWireNumber(amount), reference_id: call.reference, description: reason };
    const before = await withoutEffect(call, () => client.invoice('/payment-invoices', id, call));
    requireRefundable(before, amount);
    const earlier = earlierRefund(before, amount, call);
    if (earlier !== undefined) return earlier;
    try {
      const invoice = await client.post(`/payment-invoices/${id}/refund`, { id, type: 'refund', attributes }, call);
      return toRefundAnswer(before, invoice, amount, call);
    } catch (thrown) {
      return await answerOfRefusal(client, before, { id, amount }, thrown, call);
    }
  });
}

/** A refusal of a reference that was used before does not say what became of that refund. */
async function answerOfRefusal(
  client: PaymegaClient,
  before: Invoice,
  { id, amount }: { readonly id: string; readonly amount: RefundRequest['amount'] },
  thrown: unknown,
  call: Call,
): Promise<Outcome> {
  if (!isRefusal(thrown)) throw thrown;
  if (thrown.code === 'duplicate') {
    const earlier = earlierRefund(await client.invoice('/payment-invoices', id, call), amount, call);
    if (earlier !== undefined) return earlier;
  }
  if (!isPossiblyDone(before)) throw thrown;
  throw new DucatError({ ...thrown.toJSON(), code: 'duplicate', effect: 'possible', retry: 'after_lookup' });
}
