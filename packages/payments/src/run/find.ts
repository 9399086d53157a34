import type { PaymentState, AttemptState, OperationState } from '../reduce/state.ts';

/** The operation with this key. */
export function operationOf({ operations }: PaymentState, key: string): OperationState | undefined {
  return operations.find(({ begun }) => begun.operation === key);
}

/** The attempt with this reference, and its operation. */
export function attemptOf(
  { operations }: PaymentState,
  reference: string,
): { readonly operation: OperationState; readonly attempt: AttemptState } | undefined {
  for (const operation of operations) {
    const attempt = operation.attempts.find(({ begun }) => begun.reference === reference);
    if (attempt !== undefined) return { operation, attempt };
  }
  return undefined;
}
