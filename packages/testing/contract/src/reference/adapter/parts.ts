import { checkRequest } from './check.ts';
import { outcomeOfFailure } from './failure.ts';
import { readTransaction, requireEcho, toOutcome } from './outcome.ts';
import { readAnswer, readJson } from './read.ts';
import { bearer, encodeBody, isAuthentic } from './reveal.ts';
import { send } from './send.ts';

/** The small parts that the adapter is put together of; the mutants exchange one of them. */
export interface Parts {
  readonly send: typeof send;
  readonly bearer: typeof bearer;
  readonly encodeBody: typeof encodeBody;
  readonly readJson: typeof readJson;
  readonly readAnswer: typeof readAnswer;
  readonly readTransaction: typeof readTransaction;
  readonly requireEcho: typeof requireEcho;
  readonly toOutcome: typeof toOutcome;
  readonly isAuthentic: typeof isAuthentic;
  readonly checkRequest: typeof checkRequest;
  readonly outcomeOfFailure: typeof outcomeOfFailure;
}

export const parts: Parts = {
  send,
  bearer,
  encodeBody,
  readJson,
  readAnswer,
  readTransaction,
  requireEcho,
  toOutcome,
  isAuthentic,
  checkRequest,
  outcomeOfFailure,
};
