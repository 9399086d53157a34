import type { Call, PortSettings, Transport } from '@ducat/adapter-kit';
import { createJsonExchange, encodeBasicAuthorization, redact, redactDetails, requireEcho } from '@ducat/adapter-kit';
import type { ErrorCode, Issue } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { PayCrossSettings } from './options.ts';
import { moneyTranslation } from './translate/money.ts';
import type { MoneyTranslation } from './translate/money.ts';
import { readErrorBody } from './wire/error.ts';
import type { Transaction } from './wire/transaction.ts';
import { readTransaction } from './wire/transaction.ts';

/** The way to one PayCross shop. */
export interface PayCrossClient {
  readonly settings: PayCrossSettings;
  readonly port: PortSettings;
  readonly money: MoneyTranslation;
  readonly transport: Transport;
  get(path: string, call: Call): Promise<unknown>;
  /** The transaction with this uid, and no other. */
  find(uid: string, call: Call): Promise<Transaction>;
  /** The attempt's reference goes along as `RequestID`: a repeat is answered like the first for 24 hours. */
  post(path: string, request: object, call: Call): Promise<Transaction>;
}

export function createClient(settings: PayCrossSettings, transport: Transport): PayCrossClient {
  const exchange = createJsonExchange(transport, settings.baseUrl, readError);
  const authorization = encodeBasicAuthorization(settings.shopId, settings.secretKey);
  return {
    settings,
    port: { provider: settings.id, timeoutMilliseconds: settings.timeoutMilliseconds },
    money: moneyTranslation(settings.currencyExponents),
    transport,
    get: (path, call) => exchange.get(path, authorization, call),
    async find(uid, call) {
      const transaction = readTransaction(await exchange.get(`/transactions/${uid}`, authorization, call));
      requireEcho({ reference: [uid, transaction.uid] });
      return transaction;
    },
    post: (path, request, call) =>
      exchange.post(path, { request }, authorization, call, { RequestID: call.reference }).then(readTransaction),
  };
}

// The statuses by which the platform, or a proxy before it, says that it did not accept the request. Others (a timeout,
// a conflict, "too early", "locked") may concern a request that did act.
const refusingStatuses: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 413, 414, 415, 422, 429]);

// No page shows how a repeat is refused; a word too many in here costs a lookup, one too few could cost a second charge.
const repeatWords = /duplicat|already|repeat|identical|дубл|повтор|уже/i;

/** PayCross "Error response". */
function readError(status: number, body: unknown, call: Call): DucatError | undefined {
  const error = readErrorBody(body);
  if (!refusingStatuses.has(status) || (error === undefined && status !== 429)) return undefined;
  const message = redact(error?.message ?? `HTTP ${status}`, call.secrets);
  const issues = (error?.fields ?? []).map(([path, text]): Issue => ({ path, message: redact(text, call.secrets) }));
  const code = codeOf(status, message, issues);
  return new DucatError({
    code,
    message: `PayCross refused: ${message}${issues.map((issue) => `; ${issue.path}: ${issue.message}`).join('')}`,
    effect: code === 'duplicate' ? 'possible' : 'none',
    retry: code === 'rate_limited' ? 'safe' : code === 'duplicate' ? 'after_lookup' : 'never',
    provider: call.provider,
    issues,
    raw: redactDetails({ httpStatus: status, message, code: error?.code }, call.secrets),
  });
}

function codeOf(status: number, message: string, issues: readonly Issue[]): ErrorCode {
  if (status === 429) return 'rate_limited';
  if ([message, ...issues.map((issue) => issue.message)].some((text) => repeatWords.test(text))) return 'duplicate';
  if (status === 404) return 'not_found';
  return issues.some(({ path }) => path !== 'base' && path !== 'system') ? 'invalid_request' : 'refused';
}
