import { invalidRequest } from '@ducat/core';
import type { WireTransaction } from '../bank/transaction.ts';
import type { ReferenceSettings } from './options.ts';
import { readJson } from './read.ts';
import { authenticate, isAuthentic } from './reveal.ts';

/** What the answer has to agree with when a payment is gone on with. */
export interface Continuation {
  readonly expected: Pick<WireTransaction, 'id' | 'kind' | 'amount' | 'currency' | 'test' | 'reference'>;
  /** Whether an answer of the shopper's bank is to be relayed. */
  readonly relays: boolean;
}

/** A string with which any process can go on; the code behind the point tells when it was changed. */
export function writeContinuation(transaction: WireTransaction, { id: provider, apiKey }: ReferenceSettings): string {
  const { id, kind, amount, currency, test, reference } = transaction;
  const facts = JSON.stringify({
    provider,
    relays: transaction.form !== null,
    expected: { id, kind, amount, currency, test, reference },
  });
  const content = Buffer.from(facts, 'utf8').toString('base64url');
  return `${content}.${authenticate(apiKey, content)}`;
}

/** @throws DucatError `invalid_request` when it is not one of this provider or was changed. */
export function readContinuation(continuation: string, { id, apiKey }: ReferenceSettings): Continuation {
  const [content = '', code = '', ...rest] = continuation.split('.');
  const facts = readJson(Buffer.from(content, 'base64url')) as
    | (Continuation & { readonly provider: string })
    | undefined;
  if (rest.length > 0 || !isAuthentic(apiKey, content, code) || facts?.provider !== id) {
    throw invalidRequest('continuation', 'must be the string that came with action_required from this provider');
  }
  return facts;
}
