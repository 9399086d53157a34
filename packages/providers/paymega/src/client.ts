import type { Call, PortSettings, Transport } from '@ducat/adapter-kit';
import {
  createJsonExchange,
  encodeBasicAuthorization,
  encodeBearerAuthorization,
  redact,
  redactDetails,
} from '@ducat/adapter-kit';
import type { ErrorCode, Issue } from '@ducat/core';
import { DucatError, Secret } from '@ducat/core';
import type { PaymegaSettings } from './options.ts';
import { unsupported } from './translate/way.ts';
import { readErrorBody } from './wire/error.ts';
import type { Sale } from './wire/sale.ts';
import { readSale } from './wire/sale.ts';

/** The way to one Paymega account: its private API, and its Cardgate with the bearer of one invoice. */
export interface PaymegaClient {
  readonly settings: PaymegaSettings;
  readonly port: PortSettings;
  readonly transport: Transport;
  /** Hosts to which an ACS's answer may be relayed. */
  readonly relayHosts: readonly string[];
  get(path: string, call: Call): Promise<unknown>;
  post(path: string, data: object, call: Call): Promise<unknown>;
  sale(bearer: string, attributes: object, call: Call): Promise<Sale>;
}

export function createClient(settings: PaymegaSettings, transport: Transport): PaymegaClient {
  const { baseUrl, cardgateUrl } = settings;
  const api = createJsonExchange(transport, baseUrl, readError);
  const cardgate = cardgateUrl === undefined ? undefined : createJsonExchange(transport, cardgateUrl, readError);
  const authorization = encodeBasicAuthorization(settings.accountId, settings.apiKey);
  const hosts = [baseUrl, cardgateUrl ?? baseUrl].map((url) => new URL(url).host);
  return {
    settings,
    port: { provider: settings.id, timeoutMilliseconds: settings.timeoutMilliseconds },
    transport,
    relayHosts: [...hosts, ...settings.relayHosts],
    get: (path, call) => api.get(path, authorization, call),
    post: (path, data, call) => api.post(path, { data }, authorization, call),
    async sale(bearer, attributes, call) {
      if (cardgate === undefined) throw unsupported('source.kind', 'set the option cardgateUrl');
      const body = { data: { type: 'sale-operation', attributes } };
      return readSale(await cardgate.post('/payment/sale', body, encodeBearerAuthorization(new Secret(bearer)), call));
    },
  };
}

/** A timeout or a conflict may concern a request that did act, and a reference that was seen before certainly did. */
function readError(status: number, body: unknown, call: Call): DucatError | undefined {
  const complaints = readErrorBody(body);
  if (complaints === undefined || status === 401 || status === 408 || status === 425) return undefined;
  const issues = complaints.map(({ path, text }): Issue => ({ path, message: redact(text, call.secrets) }));
  const message = issues.map((issue) => (issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`)).join('; ');
  const code = codeOf(status, issues);
  return new DucatError({
    code,
    message: `Paymega refused: ${message}`,
    effect: code === 'duplicate' ? 'possible' : 'none',
    retry: code === 'rate_limited' ? 'safe' : code === 'duplicate' ? 'after_lookup' : 'never',
    provider: call.provider,
    issues: issues.filter((issue) => issue.path !== ''),
    raw: redactDetails({ httpStatus: status, message }, call.secrets),
  });
}

function codeOf(status: number, issues: readonly Issue[]): ErrorCode {
  if (status === 404) return 'not_found';
  const isDuplicate = issues.some(({ path, message }) => /duplicat|already (been )?(used|exists?)|not unique/i.test(`${path} ${message}`));
  if (isDuplicate || status === 409) return 'duplicate';
  if (status === 429) return 'rate_limited';
  return issues.some(({ path }) => path !== '') ? 'invalid_request' : 'refused';
}
