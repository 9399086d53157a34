import type { AttemptContext, ChallengeRequest, Clock, Journal, Outcome, Port, Provider } from '@ducat/core';
import { DucatError, invalidRequest, isAttemptReference } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import type { OperationResult, Payments } from '@ducat/payments';
import { createPayments } from '@ducat/payments';

/** What all processes of one merchant share. */
export interface Shared {
  readonly journal: Journal;
  /** The provider's id of a transaction, and the payment that it belongs to. */
  readonly payments: Map<string, string>;
}

export function createShared(): Shared {
  // One process that closes its journal leaves it to the others.
  return { journal: Object.assign(createMemoryJournal(), { close: async () => undefined }), payments: new Map() };
}

/** How long an operation may ask what became of it: promises try many misfortunes one after the other. */
const longest = 800;

/**
 * The engine over one provider in the shape of a provider: the attempt's reference is the operation's key, and the id
 * of a transaction finds its payment. Lookups and webhooks are the engine's own business and have no port here.
 */
export function asProvider(provider: Provider, shared: Shared, timeoutMilliseconds: number): Provider {
  const engines: Payments[] = [];
  let closing: Promise<unknown> | undefined;

  /** An engine with the time that the call has: what the engines share is the journal. */
  function engineFor(context: Partial<AttemptContext> | undefined): Payments {
    const clock = clockIn(context);
    const now = clock?.now() ?? Date.now();
    if (context?.deadline !== undefined && !Number.isFinite(context.deadline))
      throw invalidRequest('deadline', 'is no time');
    const left = context?.deadline === undefined ? timeoutMilliseconds : context.deadline - now;
    if (left <= 0) throw late;
    const attemptMilliseconds = left;
    const operationMilliseconds = context?.deadline === undefined ? Math.min(left, longest) : left;
    const engine = createPayments({
      providers: [provider],
      journal: shared.journal,
      recovery: false,
      limits: { attemptMilliseconds, operationMilliseconds },
      ...(clock === undefined ? {} : { clock }),
    });
    engines.push(engine);
    return engine;
  }

  async function ask(
    context: unknown,
    act: (engine: Payments, options: never) => Promise<OperationResult>,
  ): Promise<Outcome> {
    const { reference, signal, ...times } = readable(context) as Partial<AttemptContext>;
    if (!isAttemptReference(reference)) throw invalidRequest('reference', 'is needed: 1 to 64 letters, digits, - or _');
    if (closing !== undefined) return unsent(reference, closed);
    try {
      const options = { key: reference, ...(signal === undefined ? {} : { signal }) } as never;
      return outcomeOf(await act(engineFor(times), options));
    } catch (error) {
      if (DucatError.is(error) && endings.has(error.code) && error.effect === 'none') return unsent(reference, error);
      throw error;
    }
  }

  function unsent(reference: string, error: DucatError): Outcome {
    return { status: 'not_sent', provider: provider.id, reference, error, raw: {} };
  }

  function outcomeOf(result: OperationResult): Outcome {
    const {
      payment,
      key,
      operation: _o,
      requested: _r,
      attempts: _a,
      plan: _p,
      review: _v,
      isTokenMissing: _t,
      ...rest
    } = result;
    if ('providerReference' in rest) shared.payments.set(rest.providerReference, payment);
    return { ...rest, provider: provider.id, reference: key, raw: {} } as Outcome;
  }

  const begin = (port: 'charge' | 'authorize' | 'tokenize' | 'payout') => (request: never, context: unknown) =>
    ask(context, async (engine, options) => await engine[port](request, options));
  const follow =
    (port: 'capture' | 'void' | 'refund', name: string) =>
    (request: Record<string, unknown> | null, context: unknown) =>
      ask(context, async (engine, options) => {
        const { [name]: transaction, ...wish } = readable(request);
        const payment = shared.payments.get(transaction as string) ?? transaction;
        return await engine[port]({ ...wish, payment } as never, options).catch((error: unknown) => {
          throw DucatError.is(error) ? renamed(error, 'payment', name) : error;
        });
      });
  const ports: Partial<Record<Port, unknown>> = {
    tokenize: begin('tokenize'),
    charge: begin('charge'),
    authorize: begin('authorize'),
    payout: begin('payout'),
    capture: follow('capture', 'authorization'),
    void: follow('void', 'authorization'),
    refund: follow('refund', 'payment'),
    challenge: async (request: ChallengeRequest, context?: AttemptContext) =>
      outcomeOf(await engineFor(readable(context)).resume(request)),
  };
  return {
    id: provider.id,
    limits: { ...provider.limits, lookupByReference: [] },
    ...Object.fromEntries(Object.entries(ports).filter(([port]) => port in provider)),
    async close() {
      await (closing ??= Promise.all(engines.map((engine) => engine.close())));
      await provider.close();
    },
  };
}

/** What the engine throws where a port answers `not_sent`. */
const endings = new Set(['canceled', 'deadline_exceeded']);
const late = new DucatError({ code: 'deadline_exceeded', message: 'it is too late', effect: 'none', retry: 'safe' });
const closed = new DucatError({ code: 'canceled', message: 'the engine is closed', effect: 'none', retry: 'safe' });

/** A copy of it; nothing of what cannot be read. */
function readable(request: unknown): Record<string, unknown> {
  try {
    return typeof request === 'object' ? { ...request } : {};
  } catch {
    return {};
  }
}

/** The field has another name at a port. */
function renamed(error: DucatError, from: string, to: string): DucatError {
  const issues = error.issues.map(({ path, message }) => ({ path: path === from ? to : path, message }));
  const { code, message, effect, retry } = error;
  return new DucatError({ code, message: message.replaceAll(`${from}:`, `${to}:`), effect, retry, issues });
}

function clockIn(context: Partial<AttemptContext> | undefined): Clock | undefined {
  const { clock } = context ?? {};
  if (clock !== undefined && typeof clock.schedule !== 'function') throw invalidRequest('clock', 'is no clock');
  return clock;
}
