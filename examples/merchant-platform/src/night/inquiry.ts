import type { LookupResult, Provider } from '@ducat/core';
import { Money, supports } from '@ducat/core';
import type { Difference } from './difference.ts';
import type { BookedPayment, Movement } from './journal-book.ts';

/** Asks the provider about everything in the journal that moved money, and tells where it says otherwise. */
export async function inquire(provider: Provider, payment: BookedPayment): Promise<readonly Difference[]> {
  if (!supports(provider, 'lookup')) return [];
  const differences: Difference[] = [];
  for (const { operation, providerReference, amount } of payment.movements) {
    const found = await provider.lookup({ operation, providerReference });
    const journal = tell(amount, operation === 'refund' ? undefined : refundsOf(payment));
    const provided = answerOf(found, { operation, providerReference, amount }, amount.currency);
    const { reference } = payment;
    if (provided !== journal)
      differences.push({ provider: provider.id, reference, source: 'lookup', journal, provided });
  }
  return differences;
}

function answerOf(found: LookupResult, asked: Movement, currency: Money['currency']): string {
  if (found.status === 'failed') return `could not be asked: ${found.error.code}`;
  if (found.status === 'not_found') return 'knows nothing of it';
  const own = found.transactions.find(({ outcome }) => outcome.providerReference === asked.providerReference);
  const { outcome, refunded } = own ?? found.transactions[0];
  if (outcome.status !== 'approved') return `says ${outcome.status}`;
  return tell(outcome.amount, asked.operation === 'refund' ? undefined : (refunded ?? Money.of(0n, currency)));
}

function refundsOf({ movements }: BookedPayment): Money | undefined {
  const refunds = movements.filter(({ operation }) => operation === 'refund').map(({ amount }) => amount);
  const [any] = movements;
  return any === undefined
    ? undefined
    : refunds.reduce((sum, amount) => sum.plus(amount), Money.of(0n, any.amount.currency));
}

function tell(amount: Money, refunded: Money | undefined): string {
  return refunded === undefined || refunded.minorUnits === 0n
    ? amount.toString()
    : `${amount.toString()}, of which ${refunded.toString()} were refunded`;
}
