import { json, parseExactJson, text } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { isJsonObject, sectionOf } from '../requests/json-object.ts';
import type { JsonObject } from '../requests/json-object.ts';
import { simpleError } from '../responses/errors.ts';

/** The platform acted, and its answer got lost on the way. */
export class ResponseLost extends Error {
  override readonly name = 'ResponseLost';
  readonly code = 'ECONNRESET';
}

export type Rewrite = (fields: JsonObject) => JsonObject;

/** One-shot misbehaviour; each order is used up by the next call it fits. */
export interface Faults {
  refuseNext(status: number): void;
  loseNext(): void;
  rewriteNext(rewrite: Rewrite): void;
  refusal(): SimulatedResponse | undefined;
  spoil(response: SimulatedResponse): SimulatedResponse;
}

/** Applies to the fields of the transaction, wherever the body keeps them; undefined if it has none. */
function rewriteBody(body: unknown, rewrite: Rewrite): JsonObject | undefined {
  if (!isJsonObject(body)) return undefined;
  const { uid, transactions } = body;
  if (typeof uid === 'string') return rewrite(body);
  const enveloped = sectionOf(body, 'transaction');
  if (enveloped !== undefined) return { transaction: rewrite(enveloped) };
  if (!Array.isArray(transactions) || !isJsonObject(transactions[0])) return undefined;
  return { transactions: [rewrite(transactions[0]), ...transactions.slice(1)] };
}

export function createFaults(): Faults {
  const refusals: number[] = [];
  const rewrites: Rewrite[] = [];
  let losses = 0;
  return {
    refuseNext: (status) => void refusals.push(status),
    loseNext() {
      losses += 1;
    },
    rewriteNext: (rewrite) => void rewrites.push(rewrite),
    refusal() {
      const status = refusals.shift();
      return status === undefined ? undefined : simpleError(status, `Ordered answer ${status}`);
    },
    spoil(response) {
      if (losses > 0) {
        losses -= 1;
        throw new ResponseLost('The answer was lost');
      }
      const [rewrite] = rewrites;
      if (rewrite === undefined || response.status !== 200) return response;
      const rewritten = rewriteBody(parseExactJson(text(response.body)), rewrite);
      if (rewritten === undefined) return response;
      rewrites.shift();
      return json(200, rewritten);
    },
  };
}
