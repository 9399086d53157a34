import type { Journal } from '@ducat/core';
import type { OperationResult, Payments } from '@ducat/payments';
import type { BookEntry } from './order.ts';

/** Every operation of the journal, as `payments.get` tells it. */
export async function readBook(payments: Payments, journal: Journal): Promise<readonly BookEntry[]> {
  const entries: BookEntry[] = [];
  for (const payment of await journal.payments({ limit: 1000 })) {
    const found = await payments.get(payment);
    for (const operation of found?.operations ?? []) entries.push(entryOf(operation));
  }
  return entries;
}

const finalStatuses = ['approved', 'declined', 'not_sent'];

export function isFinal(status: string): boolean {
  return finalStatuses.includes(status);
}

function entryOf(result: OperationResult): BookEntry {
  const { payment, key, operation, status, requested, attempts, reverses, review } = result;
  return {
    payment,
    key,
    operation,
    status,
    ...placeOf(result),
    amount: requested.minorUnits.toString(),
    attempts: attempts.map(({ provider, reference, status: is }) => ({ provider, reference, status: is })),
    ...(reverses === undefined ? {} : { reverses }),
    ...(review === undefined ? {} : { review }),
  };
}

/** Where it happened, and the provider's id of it, as far as they are told. */
export function placeOf(result: OperationResult): Pick<BookEntry, 'provider' | 'providerReference'> {
  return {
    provider: result.provider,
    ...(result.status === 'approved' ? { providerReference: result.providerReference } : {}),
  };
}
