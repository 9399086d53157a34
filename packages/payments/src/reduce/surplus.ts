import type { Approved } from '@ducat/core';
import type { AttemptState, OperationState, PaymentState } from './state.ts';

/** Money that moved once too often: an approved transaction beside the one that settled its operation. */
export interface Surplus {
  readonly operation: OperationState;
  readonly attempt: AttemptState;
  readonly transaction: Pick<Approved, 'providerReference' | 'amount'>;
  /** Names the surplus in the operations that give it back. */
  readonly name: string;
  /** The operations that were to give it back, oldest first. */
  readonly reversals: readonly OperationState[];
  /** Whether a person was asked to see to it. */
  readonly isHandedOver: boolean;
}

/** Every surplus of a payment, with what is being done about it. */
export function surplusOf({ operations }: PaymentState): Surplus[] {
  return operations.flatMap((operation) => {
    const { settled } = operation;
    if (settled === undefined) return [];
    return operation.attempts.flatMap((attempt) => {
      if (attempt.begun.movesNothing === true) return [];
      return attempt.transactions.flatMap(({ status, ground, providerReference }): Surplus[] => {
        const { finding } = ground;
        if (status !== 'approved' || finding.status !== 'approved') return [];
        if (counts(settled, attempt.begun.reference, providerReference)) return [];
        const name = `${attempt.begun.reference}/${providerReference}`;
        const transaction = { providerReference, amount: finding.amount };
        const reversals = operations.filter(({ begun }) => begun.reverses === name);
        const isHandedOver = operation.allReviews.some(({ surplus }) => surplus === name);
        return [{ operation, attempt, transaction, name, reversals, isHandedOver }];
      });
    });
  });
}

function counts(
  { result, reference: settling, providerReference: settled }: NonNullable<OperationState['settled']>,
  reference: string,
  providerReference: string,
): boolean {
  return result === 'approved' && settling === reference && settled === providerReference;
}
