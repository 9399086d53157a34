import type { Call, PortSettings, Transport } from '@ducat/adapter-kit';
import {
  createJsonExchange,
  encodeBasicAuthorization,
  formBody,
  pathSegment,
  redact,
  redactDetails,
  requireEcho,
} from '@ducat/adapter-kit';
import { DucatError } from '@ducat/core';
import type { TidepaySettings } from './options.ts';
import { refusalMeaning } from './translate/refusal.ts';
import type { Checkout } from './wire/checkout.ts';
import { readCheckout } from './wire/checkout.ts';
import { readProblem } from './wire/problem.ts';
import type { Refund } from './wire/refund.ts';
import { readRefund } from './wire/refund.ts';

/** The way to one Tidepay account. */
export interface TidepayClient {
  readonly settings: TidepaySettings;
  readonly port: PortSettings;
  readonly transport: Transport;
  /** The checkout with this cursor, and no other. */
  checkout(cursor: string, call: Call): Promise<Checkout>;
  refund(cursor: string, call: Call): Promise<Refund>;
  /** The attempt's reference goes along as `dedupe`: a repeat is answered like the first for 24 hours. */
  post(path: string, fields: object, call: Call): Promise<unknown>;
}

export function createClient(settings: TidepaySettings, transport: Transport): TidepayClient {
  const exchange = createJsonExchange(transport, settings.baseUrl, readError, formBody);
  const authorization = encodeBasicAuthorization(settings.merchantCode, settings.secret);
  const get = (noun: string, cursor: string, call: Call): Promise<unknown> =>
    exchange.get(`/${noun}/${pathSegment(cursor, 'providerReference')}`, authorization, call);
  return {
    settings,
    port: { provider: settings.id, timeoutMilliseconds: settings.timeoutMilliseconds },
    transport,
    async checkout(cursor, call) {
      const checkout = readCheckout(await get('checkouts', cursor, call));
      requireEcho({ reference: [cursor, checkout.cursor] });
      return checkout;
    },
    async refund(cursor, call) {
      const refund = readRefund(await get('refunds', cursor, call));
      requireEcho({ reference: [cursor, refund.cursor] });
      return refund;
    },
    post: (path, fields, call) => exchange.post(path, { ...fields, dedupe: call.reference }, authorization, call),
  };
}

/** API page "Problems". What is not such a body is nobody's refusal: a proxy's page proves nothing. */
function readError(status: number, body: unknown, call: Call): DucatError | undefined {
  const problem = readProblem(body);
  if (problem === undefined) return undefined;
  const message = redact(problem.says, call.secrets);
  const { code, effect, retry } = refusalMeaning(problem.problem);
  return new DucatError({
    code,
    message: `Tidepay refused: ${message}`,
    effect,
    retry,
    provider: call.provider,
    issues: typeof problem.field === 'string' ? [{ path: redact(problem.field, call.secrets), message }] : [],
    raw: redactDetails({ httpStatus: status, problem: problem.problem, message }, call.secrets),
  });
}
