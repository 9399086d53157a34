import type { ErrorCode, LookupResult, Outcome, TransactionRecord } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { expect } from 'vitest';

type WithStatus<Status extends Outcome['status']> = Extract<Outcome, { readonly status: Status }>;

/** The outcome, which must have this status. */
export function expectStatus<Status extends Outcome['status']>(outcome: Outcome, status: Status): WithStatus<Status> {
  const note = 'error' in outcome ? `${outcome.error.code}: ${outcome.error.message}` : JSON.stringify(outcome.raw);
  expect(outcome.status, note).toBe(status);
  return outcome as WithStatus<Status>;
}

/** An `unknown` outcome, which always says that money may have moved. */
export function expectUnknown(outcome: Outcome, code: ErrorCode): WithStatus<'unknown'> {
  const unknown = expectStatus(outcome, 'unknown');
  expect(unknown.error).toMatchObject({ code, effect: 'possible', retry: 'after_lookup' });
  return unknown;
}

/** The error that the call is refused with; its effect is `none`. */
export async function expectRefusal(call: () => Promise<unknown>, code: ErrorCode): Promise<DucatError> {
  const error = await call().then(
    (answer) => expect.fail(`was answered with ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  if (!DucatError.is(error)) throw error;
  expect(error, error.message).toMatchObject({ code, effect: 'none' });
  return error;
}

/** The transactions that the lookup found, newest first. */
export function expectFound(result: LookupResult): readonly [TransactionRecord, ...TransactionRecord[]] {
  expect(result.status, JSON.stringify(result)).toBe('found');
  return (result as Extract<LookupResult, { readonly status: 'found' }>).transactions;
}
