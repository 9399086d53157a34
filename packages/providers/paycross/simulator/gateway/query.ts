import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import type { Platform } from '../platform.ts';
import { notFound } from '../responses/errors.ts';
import { envelop, transactionFields } from '../responses/transaction-body.ts';
import type { ApiVersion, Transaction } from '../transactions/transaction.ts';

const listLimit = 10;

function one(platform: Platform, transaction: Transaction | undefined, version: ApiVersion): SimulatedResponse {
  if (transaction === undefined) return notFound();
  return json(200, envelop(transactionFields(platform, transaction, version), version));
}

export function byUid(platform: Platform, uid: string, version: ApiVersion): SimulatedResponse {
  return one(platform, platform.register.find(uid), version);
}

/** Newest first; an empty list, not 404, when there is none. */
export function listByTrackingId(platform: Platform, trackingId: string, version: ApiVersion): SimulatedResponse {
  const found = platform.register.withTrackingId(trackingId).toReversed().slice(0, listLimit);
  return json(200, { transactions: found.map((each) => transactionFields(platform, each, version)) });
}

/** The legacy query knows only the first match. */
export function firstByTrackingId(platform: Platform, trackingId: string, version: ApiVersion): SimulatedResponse {
  return one(platform, platform.register.withTrackingId(trackingId)[0], version);
}
