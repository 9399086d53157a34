import type { ApprovedTransaction, AttemptState, OperationState, PaymentState } from './state.ts';

/** Money that moved once too often: an approved transaction beside the one that settled its operation. */
export interface Surplus {
  readonly operation: OperationState;
  readonly attempt: AttemptState;
  readonly transaction: ApprovedTransaction;
  /** Names the surplus in the operation that gives it back. */
  readonly name: string;
  /** The operation that gives it back, once it has begun. */
  readonly reversal: OperationState | undefined;
}

/** Every surplus of a payment, with what is being done about it. */
export function surplusOf({ operations }: PaymentState): Surplus[] {
  return operations.flatMap((operation) => {
    const { settled, attempts } = operation;
    if (settled === undefined) return [];
    return attempts.flatMap((attempt) =>
      attempt.approved
        .filter(({ providerReference }) => !counts(settled, attempt.begun.reference, providerReference))
        .map((transaction) => {
          const name = `${attempt.begun.reference}/${transaction.providerReference}`;
          const reversal = operations.find(({ begun }) => begun.reverses === name);
          return { operation, attempt, transaction, name, reversal };
        }),
    );
  });
}

function counts(
  settled: NonNullable<OperationState['settled']>,
  reference: string,
  providerReference: string,
): boolean {
  return (
    settled.result === 'approved' && settled.reference === reference && settled.providerReference === providerReference
  );
}
