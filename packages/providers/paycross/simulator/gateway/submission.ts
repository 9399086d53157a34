import { json } from '@ducat/simulator';
import type { Clock, SimulatedRequest } from '@ducat/simulator';

import { operations } from '../operations/table.ts';
import type { Platform } from '../platform.ts';
import { Refusal } from '../requests/refusal.ts';
import { validate } from '../requests/validate.ts';
import { refusalAnswer } from '../responses/errors.ts';
import { envelop, transactionFields } from '../responses/transaction-body.ts';
import type { ApiVersion, Transaction, TransactionType } from '../transactions/transaction.ts';
import { wrappedRequestIn } from './message-format.ts';
import type { Outcome } from './repetition.ts';

const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => void clock.schedule(milliseconds, resolve));

export function versionOf({ headers }: SimulatedRequest): ApiVersion {
  return headers['x-api-version'] === '3' ? 3 : 2;
}

/** A decline is a transaction too, and answered with 200. */
export function transactionOutcome(platform: Platform, transaction: Transaction, version: ApiVersion): Outcome {
  return () => json(200, envelop(transactionFields(platform, transaction, version), version));
}

/** Turns a refusal into its answer; everything else is a fault of the simulator. */
export function refusing(platform: Platform, version: ApiVersion, act: () => Outcome): Outcome {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return () => refusalAnswer(error, platform.options, version);
  }
}

export async function submit(platform: Platform, type: TransactionType, request: SimulatedRequest): Promise<Outcome> {
  const { clock, options } = platform;
  const version = versionOf(request);
  if (options.processingMilliseconds > 0) await pause(clock, options.processingMilliseconds);
  return refusing(platform, version, () => {
    const body = wrappedRequestIn(request);
    const unknownFields = validate(type, body, clock.now(), options);
    const transaction = operations[type](platform, { request: body, unknownFields, apiVersion: version });
    return transactionOutcome(platform, transaction, version);
  });
}
