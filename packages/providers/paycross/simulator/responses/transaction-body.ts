import type { Platform } from '../platform.ts';
import type { JsonObject } from '../requests/json-object.ts';
import type { ApiVersion, Transaction } from '../transactions/transaction.ts';
import { versionThreeBody } from './version-three.ts';
import { versionTwoBody } from './version-two.ts';

/** The fields of one transaction without any envelope. */
export function transactionFields(platform: Platform, transaction: Transaction, version: ApiVersion): JsonObject {
  return version === 3 ? versionThreeBody(platform, transaction) : versionTwoBody(platform, transaction);
}

export function envelop(fields: JsonObject, version: ApiVersion): JsonObject {
  return version === 3 ? fields : { transaction: fields };
}
