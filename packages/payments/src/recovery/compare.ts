import type { TransactionRecord } from '@ducat/core';
import type { AttemptState, OperationState } from '../reduce/state.ts';

/**
 * Why what a provider reports is not about this attempt, or not as it was asked for; `undefined` when everything agrees.
 * A provider that says nothing of a thing does not contradict it.
 */
export function contradictionOf(
  record: TransactionRecord,
  operation: OperationState,
  attempt: AttemptState,
): string | undefined {
  return strangenessOf(record, operation, attempt) ?? differenceOf(record, operation);
}

/** Why it is about something else than this attempt. */
export function strangenessOf(
  { operation, outcome }: TransactionRecord,
  { begun: asked }: OperationState,
  { begun }: AttemptState,
): string | undefined {
  if (outcome.provider !== begun.provider) return `it comes from ${outcome.provider}`;
  if (outcome.reference !== undefined && outcome.reference !== begun.reference) return 'it names another attempt';
  if (operation !== 'unmapped' && operation !== asked.kind) return `it is about a ${operation}, not a ${asked.kind}`;
  return undefined;
}

/** How it differs from what was asked for. */
export function differenceOf(
  { outcome, amount, testMode }: TransactionRecord,
  { begun: asked }: OperationState,
): string | undefined {
  const told = amount ?? (outcome.status === 'approved' ? outcome.amount : undefined);
  if (told !== undefined && !told.equals(asked.amount))
    return `its amount is ${told.toString()}, not ${asked.amount.toString()}`;
  if (testMode !== undefined && asked.testMode !== undefined && testMode !== asked.testMode)
    return 'its mode is another';
  return undefined;
}
