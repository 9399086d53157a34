import type { Call, PortSettings, Transport } from '@ducat/adapter-kit';
import {
  createJsonExchange,
  encodeBearerAuthorization,
  pathSegment,
  redact,
  redactDetails,
  requireEcho,
} from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import type { TemplateSettings } from './options.ts';
import { refusalMeaning } from './translate/refusal.ts';
import { readErrorBody } from './wire/error.ts';
import type { Transaction } from './wire/transaction.ts';
import { readTransaction, readTransactions } from './wire/transaction.ts';

/** The way to one Template account. */
export interface TemplateClient {
  readonly settings: TemplateSettings;
  readonly port: PortSettings;
  /** The transaction with this id, and no other. */
  find(id: string, call: Call): Promise<Transaction>;
  /** The transactions of one attempt, newest first. */
  findAll(reference: string, call: Call): Promise<readonly Transaction[]>;
  /** The attempt's reference goes along as `Idempotency-Key`: a repeat is answered like the first for 24 hours. */
  post(path: string, body: object, call: Call): Promise<Transaction>;
}

export function createClient(settings: TemplateSettings, transport: Transport): TemplateClient {
  const exchange = createJsonExchange(transport, settings.baseUrl, readError);
  const authorization = encodeBearerAuthorization(settings.apiKey);
  return {
    settings,
    port: { provider: settings.id, timeoutMilliseconds: settings.timeoutMilliseconds },
    async find(id, call) {
      const path = `/transactions/${pathSegment(id, 'providerReference')}`;
      const transaction = readTransaction(await exchange.get(path, authorization, call));
      requireEcho({ reference: [id, transaction.id] });
      return transaction;
    },
    async findAll(reference, call) {
      const path = `/transactions?reference=${pathSegment(reference, 'reference')}`;
      const transactions = readTransactions(await exchange.get(path, authorization, call));
      // A list about anything else says nothing of this attempt, not even that it does not exist.
      for (const transaction of transactions) requireEcho({ reference: [reference, transaction.reference] });
      return transactions;
    },
    async post(path, body, call) {
      const headers = { 'idempotency-key': call.reference };
      return readTransaction(await exchange.post(path, body, authorization, call, headers));
    },
  };
}

/** Template "Errors". What is not its error body is nobody's refusal: a proxy's page proves nothing. */
function readError(status: number, body: unknown, call: Call): DucatError | undefined {
  const error = readErrorBody(body);
  if (error === undefined) return undefined;
  const message = redact(error.message, call.secrets);
  const { code, effect, retry } = refusalMeaning(error.code);
  return new DucatError({
    code,
    message: `Template refused: ${message}`,
    effect,
    retry,
    provider: call.provider,
    issues: typeof error.field === 'string' ? [{ path: redact(error.field, call.secrets), message }] : [],
    raw: redactDetails({ httpStatus: status, code: error.code, message }, call.secrets),
  });
}
