import type { AttemptState, OperationState } from './state.ts';

/** Whether a card was to be stored with the operation and the vault has no token of it. */
export function isTokenMissing(operation: OperationState): boolean {
  return operation.attempts.some((attempt) => lacksToken(operation, attempt));
}

/** Whether the attempt was to bring a token that the vault does not have. */
export function lacksToken({ begun, settled }: OperationState, attempt: AttemptState): boolean {
  if (settled?.result !== 'approved' || settled.reference !== attempt.begun.reference) return false;
  return attempt.token === 'missing' || (begun.keepsToken === true && attempt.token === undefined);
}
