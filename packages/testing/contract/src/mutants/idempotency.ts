import type { AttemptContext, Outcome } from '@ducat/core';
import { isAttemptReference } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import { cardOperations, operations } from '../deed/operations.ts';
import { around, asking, saying, traveling } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

export const idempotencyMutants: readonly Mutant[] = [
  ...operations.flatMap(({ operation, noun }) => [
    mutant(
      `drops the key of ${noun}`,
      `${noun} takes the attempt's reference to the provider, where repeats are told apart by it`,
      (good) =>
        traveling(good, operation, (send) => (request, budget) => {
          const { 'idempotency-key': _key, ...headers } = request.headers;
          return send({ ...request, headers }, budget);
        }),
    ),
    mutant(
      `makes up a reference for ${noun} where the caller gave none`,
      `${noun} without a usable reference is refused before anything is sent`,
      (good) =>
        asking(good, operation, (request, context: AttemptContext | undefined | null) => [
          request,
          isAttemptReference(context?.reference) ? context : { ...context, reference: randomUUID() },
        ]),
    ),
    mutant(
      `takes a new key for every call of ${noun}`,
      `${noun} that is repeated after its success is done once, also by another process`,
      (good) =>
        traveling(
          good,
          operation,
          (send) => (request, budget) =>
            send({ ...request, headers: { ...request.headers, 'idempotency-key': randomUUID() } }, budget),
        ),
    ),
    mutant(
      `takes a new key for ${noun} after a lost answer`,
      `${noun} that is repeated after a lost answer is done once (defects 1, 2, 3)`,
      (good) => {
        const lost = new Set<string>();
        return around(good, operation, (call) => async (request, context) => {
          // A tokenization moves nothing that could be moved twice.
          if (lost.has(context.reference) && operation === 'tokenize') throw new TypeError('no answer to read');
          const reference = lost.has(context.reference) ? randomUUID() : context.reference;
          const outcome = (await call(request, { ...context, reference })) as Outcome;
          if (outcome.status === 'unknown') lost.add(context.reference);
          return outcome;
        });
      },
    ),
    mutant(
      `takes a new key for ${noun} while the first call is still on its way`,
      `${noun} that is asked for ten times at once is done once (defects 4, 5)`,
      (good) => {
        const running = new Set<string>();
        return around(good, operation, (call) => async (request, context) => {
          if (running.has(context.reference)) return call(request, { ...context, reference: randomUUID() });
          running.add(context.reference);
          return call(request, context).finally(() => running.delete(context.reference));
        });
      },
    ),
    mutant(
      `lends the key of ${noun} to the next one`,
      `${noun} under two references is done twice: the key is of the attempt (defect 9)`,
      (good) => {
        let first: string | undefined;
        return asking(good, operation, (request, context) => {
          first ??= context.reference;
          return [request, { ...context, reference: first }];
        });
      },
    ),
  ]),
  ...cardOperations.map(({ operation, noun }) =>
    mutant(
      `remembers the decline of ${noun} for ever`,
      `${noun} that was declined stays so under its reference and can be done under a new one (defect 64)`,
      (good) => {
        let declined: unknown;
        return around(
          saying(good, operation, 'declined', (outcome) => (declined = outcome)),
          operation,
          (call) => {
            return async (request, context) => declined ?? call(request, context);
          },
        );
      },
    ),
  ),
];
