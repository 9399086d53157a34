import type { Platform } from '../platform.ts';
import type { JsonObject } from '../requests/json-object.ts';
import type { ApiVersion, Transaction } from '../transactions/transaction.ts';

/** A validated request. */
export interface Call {
  readonly request: JsonObject;
  readonly unknownFields: readonly string[];
  readonly apiVersion: ApiVersion;
}

/** Runs without waiting for anything, so that two requests cannot interleave. */
export type Operation = (platform: Platform, call: Call) => Transaction;
