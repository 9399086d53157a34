import type { Target } from '../model/operation.ts';
import type { OperationState } from '../reduce/state.ts';

/** The transaction that an operation came to; `undefined` when it was not approved. */
export function transactionOf({ settled, attempts }: OperationState): Target | undefined {
  const attempt = attempts.find(({ begun }) => begun.reference === settled?.reference);
  const providerReference = settled?.providerReference;
  if (attempt === undefined || providerReference === undefined) return undefined;
  return { provider: attempt.begun.provider, providerReference };
}
