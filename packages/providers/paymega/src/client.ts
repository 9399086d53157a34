import type { Call, PortSettings, Transport } from '@ducat/adapter-kit';
import {
  createJsonExchange,
  encodeBasicAuthorization,
  encodeBearerAuthorization,
  encodeJson,
  redact,
  redactDetails,
} from '@ducat/adapter-kit';
import type { ErrorCode, Issue } from '@ducat/core';
import { DucatError, Secret } from '@ducat/core';
import type { PaymegaSettings } from './options.ts';
import { unsupported } from './translate/way.ts';
import { readErrorBody, speaksOfRepetition } from './wire/error.ts';
import type { Collection, Invoice } from './wire/invoice.ts';
import { pathByReference, readInvoice, readInvoices, secretsIn } from './wire/invoice.ts';
import type { Sale } from './wire/sale.ts';
import { readSale } from './wire/sale.ts';

/** The way to one Paymega account: its private API, and its Cardgate with the bearer of one invoice. */
export interface PaymegaClient {
  readonly settings: PaymegaSettings;
  readonly port: PortSettings;
  readonly transport: Transport;
  /** The account's keys, which no printed text may repeat. */
  readonly keys: readonly string[];
  /** Hosts to which an ACS's answer may be relayed. */
  readonly relayHosts: readonly string[];
  /** The invoice with this id, as it stands. */
  invoice(collection: Collection, id: string, call: Call): Promise<Invoice>;
  /** The invoices with this reference; more than one is nothing that the platform should have. */
  invoicesOf(collection: Collection, reference: string, call: Call): Promise<readonly Invoice[]>;
  /** Every answer to a command is the invoice as it stands after it; where the command names one, that one. */
  post(path: string, data: Command, call: Call): Promise<Invoice>;
  sale(bearer: string, attributes: object, call: Call): Promise<Sale>;
}

interface Command {
  readonly id?: string;
  readonly type: string;
  readonly attributes: object;
}

export function createClient(settings: PaymegaSettings, transport: Transport): PaymegaClient {
  const { baseUrl, cardgateUrl } = settings;
  const api = createJsonExchange(transport, baseUrl, readError);
  const cardgate = cardgateUrl === undefined ? undefined : createJsonExchange(transport, cardgateUrl, readError);
  const basic = encodeBasicAuthorization(settings.accountId, settings.apiKey);
  const keys = [...basic.secrets, ...encodeJson(settings.privateKeys).secrets];
  const authorization = { ...basic, secrets: keys };
  const hosts = [baseUrl, cardgateUrl ?? baseUrl].map((url) => new URL(url).host);
  return {
    settings,
    port: { provider: settings.id, timeoutMilliseconds: settings.timeoutMilliseconds },
    transport,
    keys,
    relayHosts: [...hosts, ...settings.relayHosts],
    async invoice(collection, id, call) {
      return remembered(readInvoice(await api.get(`${collection}/${id}`, authorization, call), id), call);
    },
    async invoicesOf(collection, reference, call) {
      const found = readInvoices(await api.get(pathByReference(collection, reference), authorization, call), reference);
      return found.map((invoice) => remembered(invoice, call));
    },
    async post(path, data, call) {
      return remembered(readInvoice(await api.post(path, { data }, authorization, call), data.id), call);
    },
    async sale(bearer, attributes, call) {
      if (cardgate === undefined) throw unsupported('source.kind', 'set the option cardgateUrl');
      const body = { data: { type: 'sale-operation', attributes } };
      return readSale(await cardgate.post('/payment/sale', body, encodeBearerAuthorization(new Secret(bearer)), call));
    },
  };
}

// An error text of a later answer may repeat what an earlier one brought.
function remembered(invoice: Invoice, call: Call): Invoice {
  call.secrets.push(...secretsIn(invoice));
  return invoice;
}

/** Whether the provider itself said no, in an answer that could be read. */
export function isRefusal(thrown: unknown): thrown is DucatError {
  return DucatError.is(thrown) && thrown.code !== 'unexpected_response' && thrown.raw['httpStatus'] !== undefined;
}

/** With these the platform says that it did nothing. A timeout, a lock or a conflict may concern something that it did. */
const refusals: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 409, 413, 414, 415, 422, 429]);

function readError(status: number, body: unknown, call: Call): DucatError | undefined {
  if (!refusals.has(status)) return undefined;
  const isRepeated = status !== 404 && (status === 409 || speaksOfRepetition(body));
  const complaints = readErrorBody(body) ?? (isRepeated ? [{ path: '', text: 'it has seen this before' }] : undefined);
  if (complaints === undefined) return undefined;
  const issues = complaints.map(({ path, text }): Issue => ({ path, message: redact(text, call.secrets) }));
  const message = issues
    .map((issue) => (issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`))
    .join('; ');
  const code = isRepeated ? 'duplicate' : codeOf(status, issues);
  return new DucatError({
    code,
    message: `Paymega refused: ${message}`,
    effect: isRepeated ? 'possible' : 'none',
    retry: code === 'rate_limited' ? 'safe' : isRepeated ? 'after_lookup' : 'never',
    provider: call.provider,
    issues: issues.filter((issue) => issue.path !== ''),
    raw: redactDetails({ httpStatus: status, message }, call.secrets),
  });
}

function codeOf(status: number, issues: readonly Issue[]): ErrorCode {
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limited';
  // The id stands in the path as well: a complaint about it is about the state of what it names.
  return issues.some(({ path }) => path !== '' && path !== 'id') ? 'invalid_request' : 'refused';
}
