import type { Journal, Money } from '@ducat/core';
import type { OperationResult, Payments } from '@ducat/payments';

/** One thing that moved money, as the journal has it. */
export interface Movement {
  readonly operation: 'charge' | 'capture' | 'refund';
  readonly amount: Money;
  readonly providerReference: string;
}

/** A payment as the journal has it, by the reference under which the provider knows it. */
export interface BookedPayment {
  readonly provider: string;
  readonly reference: string;
  readonly payment: string;
  readonly currency: string;
  readonly movements: readonly Movement[];
}

const pageLength = 100;

/** Every payment in the journal that a provider approved, page by page. */
export async function readBook(journal: Journal, payments: Payments): Promise<readonly BookedPayment[]> {
  const booked: BookedPayment[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await journal.payments({ limit: pageLength, ...(after === undefined ? {} : { after }) });
    for (const key of page) {
      const [first, ...others] = (await payments.get(key))?.operations ?? [];
      const found = first === undefined ? undefined : bookedPayment(first, others);
      if (found !== undefined) booked.push(found);
    }
    after = page.at(-1);
    if (page.length < pageLength) return booked;
  }
}

function bookedPayment(first: OperationResult, others: readonly OperationResult[]): BookedPayment | undefined {
  if (first.status !== 'approved' || first.reference === undefined) return undefined;
  const { provider, reference, payment, requested } = first;
  return {
    provider,
    reference,
    payment,
    currency: requested.currency,
    movements: [first, ...others].flatMap(movement),
  };
}

function movement(result: OperationResult): Movement[] {
  const { operation } = result;
  if (result.status !== 'approved') return [];
  if (operation !== 'charge' && operation !== 'capture' && operation !== 'refund') return [];
  return [{ operation, amount: result.amount, providerReference: result.providerReference }];
}

/** What was taken and not given back, in minor units. */
export function netOf(movements: readonly { readonly operation: string; readonly amount: Money }[]): bigint {
  return movements.reduce(
    (sum, { operation, amount }) => (operation === 'refund' ? sum - amount.minorUnits : sum + amount.minorUnits),
    0n,
  );
}
