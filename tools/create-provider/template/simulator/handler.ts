import type { RequestHandler, SimulatedRequest, SimulatedResponse } from '@ducat/simulator';
import { json, text } from '@ducat/simulator';
import type { Book } from './book.ts';
import { readFields } from './fields.ts';
import { Refusal } from './refusal.ts';
import type { Transaction } from './transaction.ts';
import { show } from './transaction.ts';

/** Changes the JSON of a transaction in one answer; what is stored stays true. */
export type Rewrite = (fields: Record<string, unknown>) => Record<string, unknown>;

export interface HandlerParts {
  readonly apiKey: string;
  readonly book: Book;
  readonly notify: (transaction: Transaction) => void;
  /** What was ordered for the next answer. */
  readonly takeRewrite: () => Rewrite | undefined;
}

interface Answer {
  readonly fingerprint: string;
  readonly transaction: Transaction;
  /** As it was then: a repeat is answered like the first. */
  readonly shown: Record<string, unknown>;
}

/** Template "API": bearer, routes, idempotency keys. */
export function createHandler(parts: HandlerParts): RequestHandler {
  const answers = new Map<string, Answer>();
  return async (request) => {
    try {
      if (request.headers['authorization'] !== `Bearer ${parts.apiKey}`) {
        throw new Refusal(401, 'unauthorized', 'the API key is wrong');
      }
      return request.method === 'POST' ? post(parts, answers, request) : get(parts, request);
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.response;
      throw thrown;
    }
  };
}

function get({ book, takeRewrite }: HandlerParts, { path }: SimulatedRequest): SimulatedResponse {
  const { pathname, searchParams } = new URL(path, 'http://api');
  const rewrite = takeRewrite() ?? ((fields): Record<string, unknown> => fields);
  const id = /^\/transactions\/(\w+)$/.exec(pathname)?.[1];
  if (id !== undefined) return json(200, rewrite(show(book.find(id))));
  if (pathname !== '/transactions') throw new Refusal(404, 'route_not_found', 'there is no such route');
  const found = book.findAll(searchParams.get('reference') ?? '');
  return json(200, { transactions: found.map((transaction) => rewrite(show(transaction))) });
}

function post(parts: HandlerParts, answers: Map<string, Answer>, request: SimulatedRequest): SimulatedResponse {
  const key = request.headers['idempotency-key'];
  if (key === undefined) throw new Refusal(400, 'invalid_field', 'is missing', 'Idempotency-Key');
  const fingerprint = `${request.path} ${text(request.body)}`;
  const rewrite = parts.takeRewrite() ?? ((fields): Record<string, unknown> => fields);
  const before = answers.get(key);
  if (before !== undefined && before.fingerprint !== fingerprint) {
    throw new Refusal(409, 'key_in_use', 'the key came with another request before');
  }
  if (before !== undefined) return json(200, rewrite(before.shown));
  const transaction = act(parts.book, request);
  const shown = show(transaction);
  answers.set(key, { fingerprint, transaction, shown });
  parts.notify(transaction);
  return json(200, rewrite(shown));
}

function act(book: Book, { path, body }: SimulatedRequest): Transaction {
  const fields = readFields(text(body));
  switch (path) {
    case '/charges':
      return book.open('charge', fields);
    case '/authorizations':
      return book.open('authorization', fields);
    case '/captures':
      return book.follow('capture', fields);
    case '/voids':
      return book.follow('void', fields);
    case '/refunds':
      return book.follow('refund', fields);
    default:
      throw new Refusal(404, 'route_not_found', 'there is no such route');
  }
}
