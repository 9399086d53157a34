import type { Payment } from '../../src/index.ts';
import type { Stage } from './stage.ts';
import type { TinyProvider, TinyTransaction } from './tiny-provider.ts';

/** Everything in which the journal and the providers' books differ, in words; empty when they agree. */
export async function audit(stage: Stage, providers: readonly TinyProvider[]): Promise<string[]> {
  const payments = stage.open();
  const findings: string[] = [];
  for (const key of await stage.journal.payments({ limit: 1000 })) {
    const payment = await payments.get(key);
    if (payment !== undefined) findings.push(...auditPayment(payment, providers));
  }
  return findings;
}

function auditPayment({ operations }: Payment, providers: readonly TinyProvider[]): string[] {
  return operations.flatMap(({ key, operation, status, attempts, review }) => {
    const references = attempts.map(({ reference }) => reference);
    const own = providers.flatMap(({ transactions }) =>
      transactions.filter(
        (transaction) =>
          transaction.operation === operation &&
          references.includes(transaction.reference) &&
          transaction.status === 'approved' &&
          !isGivenBack(transaction, transactions),
      ),
    );
    if (status === 'unknown' || status === 'pending') return review === undefined ? [`${key} is ${status}`] : [];
    const expected = status === 'approved' ? 1 : 0;
    return own.length === expected ? [] : [`${key} is ${status}, and the books have ${own.length}`];
  });
}

function isGivenBack({ id }: TinyTransaction, transactions: readonly TinyTransaction[]): boolean {
  return transactions.some(
    ({ on, reference, status }) => on === id && status === 'approved' && reference.includes('--reversal-'),
  );
}
