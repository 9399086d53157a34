import type { AttemptContext, Outcome, Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Plan, RoutedRequest } from '@ducat/router';
import type { Engine } from '../engine.ts';
import { emptyPayment } from '../log/payment-log.ts';
import type { LoadedPayment } from '../log/payment-log.ts';
import type { OperationBegun } from '../model/event.ts';
import type { OperationResult } from '../result.ts';
import { fingerprintOf } from '../request/fingerprint.ts';
import { firstAttempt } from './begin-attempt.ts';
import { repeat } from './repeat.ts';
import { tryProviders } from './try-providers.ts';

/** How an operation is to be run. */
export interface RunOptions {
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * An operation that begins a payment: planned, written down, then sent. A key that was used before is answered by what
 * became of it.
 */
export async function runFirst(engine: Engine, asked: RoutedRequest, options: RunOptions): Promise<OperationResult> {
  const { clock, log, limits } = engine;
  const { key } = options;
  const at = clock.now();
  const question = { ...asked, key, at };
  const plan = engine.router.plan(question);
  const [first, ...others] = providersOf(engine, plan);
  const fingerprint = fingerprintOf(asked.operation, asked.request);
  if (first === undefined) return await repeatOrRefuse(engine, { key, fingerprint, operation: asked.operation }, plan);
  const until = at + limits.operationMilliseconds;
  const begun = operationBegun(asked, { key, fingerprint, at }, plan);
  const attempt = firstAttempt({ operation: key, provider: first, at, deadline: at + limits.attemptMilliseconds });
  const loaded = await log.amend(emptyPayment(key), ({ version }) => (version === 0 ? [begun, attempt] : []), 'none');
  if (!loaded.events.includes(attempt)) {
    return await repeat(engine, loaded, { key, fingerprint, operation: asked.operation, signal: options.signal });
  }
  const run = { question, others, until, signal: options.signal };
  return await tryProviders(engine, { loaded, provider: first, attempt }, run);
}

/** A port of a provider that begins payments, given its request. */
export function callOf(provider: Provider, asked: RoutedRequest): (context: AttemptContext) => Promise<Outcome> {
  const { operation, request } = asked;
  // The router leaves out who lacks the port; a provider that was changed since refuses like any other.
  return (context) => {
    const port = provider[operation] as ((request: unknown, context: AttemptContext) => Promise<Outcome>) | undefined;
    if (port !== undefined) return port.call(provider, request, context);
    const message = `${provider.id} cannot ${operation}`;
    throw new DucatError({ code: 'unsupported', message, effect: 'none', provider: provider.id });
  };
}

function operationBegun(
  { operation: kind, request }: RoutedRequest,
  { key, fingerprint, at }: { readonly key: string; readonly fingerprint: string; readonly at: number },
  { lines }: Plan,
): OperationBegun {
  const { amount, description, metadata, testMode } = request;
  return {
    type: 'operation_begun',
    at,
    operation: key,
    kind,
    amount,
    fingerprint,
    description,
    ...(metadata === undefined ? {} : { metadata }),
    ...(testMode === undefined ? {} : { testMode }),
    plan: lines,
  };
}

function providersOf(engine: Engine, { candidates }: Plan): Provider[] {
  return candidates.flatMap((id) => engine.providers.get(id) ?? []);
}

/** Nobody can take it now. When it was begun at a better time, that is the answer. */
async function repeatOrRefuse(
  engine: Engine,
  asked: { readonly key: string; readonly fingerprint: string; readonly operation: RoutedRequest['operation'] },
  { lines }: Plan,
): Promise<OperationResult> {
  const loaded: LoadedPayment = await engine.log.load(asked.key);
  if (loaded.version > 0) return await repeat(engine, loaded, asked);
  const reasons = lines.map(({ provider, reason }) => `${provider}: ${reason}`).join('; ');
  const message = `no provider can take this: ${reasons}`;
  throw new DucatError({ code: 'unsupported', message, effect: 'none' });
}
