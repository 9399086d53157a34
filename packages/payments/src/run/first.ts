import type { Provider } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Plan, RoutedRequest } from '@ducat/router';
import type { Engine } from '../engine.ts';
import type { LoadedPayment } from '../log/loaded.ts';
import { emptyPayment } from '../log/loaded.ts';
import type { OperationBegun, PaymentEvent } from '../model/event.ts';
import type { OperationResult } from '../result.ts';
import { requireWanted } from './aborted.ts';
import { firstAttempt } from './begin-attempt.ts';
import { callOf } from './call.ts';
import { candidatesOf } from './candidates.ts';
import { repeat } from './repeat.ts';
import { tryProviders } from './try-providers.ts';

/** How an operation is to be run. */
export interface RunOptions {
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
}

/** The same, with what tells a repeat from another request. */
export interface FirstOptions extends RunOptions {
  readonly fingerprint: string;
}

/**
 * An operation that begins a payment: planned, written down, then sent. A key that was used before is answered by what
 * became of it.
 */
export async function runFirst(engine: Engine, asked: RoutedRequest, options: FirstOptions): Promise<OperationResult> {
  const { clock, log, limits } = engine;
  const { key, signal } = options;
  requireWanted(signal);
  const at = clock.now();
  const question = { ...asked, key, at };
  const plan = engine.router.plan(question);
  const [first, ...others] = candidatesOf(engine, plan, asked);
  const { operation: kind } = asked;
  const { fingerprint } = options;
  const callAt = (provider: Provider): ReturnType<typeof callOf> => callOf(provider, asked);
  const repeated = { key, operation: kind, fingerprint, signal, callAt };
  if (first === undefined) {
    const known = await log.load(key);
    if (known.version === 0) throw nobody(plan);
    return await repeat(engine, known, repeated);
  }
  const begun = operationBegun(engine, asked, { key, fingerprint, at }, plan);
  const deadline = at + limits.attemptMilliseconds;
  const attempt = firstAttempt({ operation: key, kind, provider: first, at, deadline });
  let isMine: boolean | undefined;
  const decide = ({ version }: LoadedPayment): PaymentEvent[] => {
    isMine = version === 0;
    return isMine ? [begun, attempt] : [];
  };
  const loaded = await log.amend(emptyPayment(key), decide, 'none');
  if (isMine !== true) return await repeat(engine, loaded, repeated);
  const run = { question, others, until: at + limits.operationMilliseconds, signal };
  return await tryProviders(engine, { loaded, provider: first, attempt }, run);
}

function operationBegun(
  { vault }: Engine,
  asked: RoutedRequest,
  { key, fingerprint, at }: { readonly key: string; readonly fingerprint: string; readonly at: number },
  { lines }: Plan,
): OperationBegun {
  const { operation: kind, request } = asked;
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
    ...(asked.operation === 'authorize' && asked.request.partialCapture === true ? { partialCapture: true } : {}),
    ...(vault !== undefined && storesCard(asked) ? { keepsToken: true } : {}),
    plan: lines,
  };
}

function storesCard(asked: RoutedRequest): boolean {
  if (asked.operation === 'payout') return false;
  return asked.operation === 'tokenize' || asked.request.storeCard !== undefined;
}

function nobody({ lines }: Plan): DucatError {
  const reasons = lines.map(({ provider, reason }) => `${provider}: ${reason}`).join('; ');
  return new DucatError({ code: 'unsupported', message: `no provider can take this: ${reasons}`, effect: 'none' });
}
