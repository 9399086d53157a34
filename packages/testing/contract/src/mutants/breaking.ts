import type {
  AttemptContext,
  LookupResult,
  Money,
  Operation,
  Outcome,
  Port,
  Provider,
  TransactionRecord,
} from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import type { HttpRequest, Send } from '../reference/adapter/send.ts';
import { send as plain } from '../reference/adapter/send.ts';
import type { ReferenceHarness } from '../reference/harness.ts';

/** What requests of the money ports have in common, as far as breaking them needs it. */
export interface AnyRequest {
  readonly amount: Money;
  readonly [name: string]: unknown;
}

export type PortCall = (request: AnyRequest, context: AttemptContext) => Promise<unknown>;

/** The same harness with something else done when the provider is created. */
export function altered(good: Harness, alter: (provider: Provider) => object): Harness {
  return {
    ...good,
    create(origins, setup) {
      const provider = good.create(origins, setup);
      return { ...provider, ...alter(provider) };
    },
  };
}

/** Puts something around calls of a port. */
export function around(good: Harness, port: Port, wrap: (call: PortCall, provider: Provider) => PortCall): Harness {
  return altered(good, (provider) => {
    const call = provider[port] as unknown as PortCall;
    return { [port]: wrap((request, context) => call(request, context), provider) };
  });
}

/** Changes what a port says when it says that. */
export function saying<Status extends Outcome['status']>(
  good: Harness,
  port: Port,
  status: Status,
  change: (outcome: Extract<Outcome, { status: Status }>, request: AnyRequest) => unknown,
): Harness {
  return around(good, port, (call) => async (request, context) => {
    const outcome = (await call(request, context)) as Outcome;
    return outcome.status === status ? change(outcome as Extract<Outcome, { status: Status }>, request) : outcome;
  });
}

/** Changes what a port throws into something that it says, or into another error. */
export function throwing(
  good: Harness,
  port: Port,
  change: (error: DucatError, request: AnyRequest, context: AttemptContext) => unknown,
): Harness {
  return around(good, port, (call) => async (request, context) => {
    try {
      return await call(request, context);
    } catch (error) {
      if (!DucatError.is(error)) throw error;
      return change(error, request, context);
    }
  });
}

/** Changes the request, and perhaps the context, before the port sees them. */
export function asking(
  good: Harness,
  port: Port,
  change: (request: AnyRequest, context: AttemptContext) => readonly [unknown, unknown],
): Harness {
  return around(good, port, (call) => (request, context) => {
    const [otherRequest, otherContext] = change(request, context);
    return call(otherRequest as AnyRequest, otherContext as AttemptContext);
  });
}

/** Changes the records that a lookup finds. */
export function finding(good: Harness, change: (record: TransactionRecord) => unknown): Harness {
  return around(good, 'lookup', (call) => async (request, context) => {
    const result = (await call(request, context)) as LookupResult;
    return result.status === 'found' ? { ...result, transactions: result.transactions.map(change) } : result;
  });
}

/** Changes the limits alone. */
export function claiming(good: Harness, change: (limits: Provider['limits']) => object): Harness {
  return altered(good, ({ limits }) => ({ limits: { ...limits, ...change(limits) } }));
}

/** Changes how requests travel: those of one kind of order, or all. */
export function traveling(
  good: ReferenceHarness,
  kind: Operation | 'get' | 'any',
  change: (send: Send) => Send,
): ReferenceHarness {
  return exchangingSend(good, (request) => kind === 'any' || kindOf(request) === kind, change);
}

function exchangingSend(
  good: ReferenceHarness,
  isMeant: (request: HttpRequest) => boolean,
  change: (send: Send) => Send,
): ReferenceHarness {
  return good.with({
    send: (request, budget) => (isMeant(request) ? change(plain)(request, budget) : plain(request, budget)),
  });
}

/** What is relayed to the bank is a form and no order. */
function kindOf({ body }: HttpRequest): Operation | 'get' | 'relay' {
  if (body === undefined) return 'get';
  return body.startsWith('{') ? (JSON.parse(body) as { kind: Operation }).kind : 'relay';
}

/** Changes the order on its way, without its sender's knowledge. */
export function reordered(send: Send, change: (order: Record<string, unknown>) => object): Send {
  return (request, budget) => {
    if (request.body?.startsWith('{') !== true) return send(request, budget);
    const order = JSON.parse(request.body) as Record<string, unknown>;
    return send({ ...request, body: JSON.stringify(change(order)) }, budget);
  };
}

/** An approval that nobody gave. */
export function approvalOf(provider: string, request: AnyRequest, context?: AttemptContext): unknown {
  const reference = context?.reference;
  return { status: 'approved', provider, reference, providerReference: 'made-up', amount: request.amount, raw: {} };
}

export function errorOf(code: DucatError['code'], effect: 'none' | 'possible' = 'none'): DucatError {
  return new DucatError({ code, message: `${code}, as a broken provider says`, effect });
}
