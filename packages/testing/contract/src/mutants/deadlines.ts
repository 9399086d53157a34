import { DucatError } from '@ducat/core';
import { operations } from '../deed/operations.ts';
import type { Budget, Send } from '../reference/adapter/send.ts';
import { budgetOf } from '../reference/adapter/send.ts';
import { asking, traveling } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

/** By the clock of the machine, whatever the caller's says. */
const ownTime = (milliseconds: number): Budget => budgetOf({}, milliseconds);

const within =
  (change: (budget: Budget) => Budget) =>
  (send: Send): Send =>
  (request, budget) =>
    send(request, change(budget));

export const deadlineMutants: readonly Mutant[] = [
  ...operations.flatMap(({ operation, noun }) => [
    mutant(
      `ignores the deadline of ${noun} while the answer stalls, until the socket is idle for too long`,
      `${noun} ends by its deadline when headers or body stall, at any of its requests (defect 11)`,
      (good) =>
        traveling(good, operation, (send) => async (request, { signal }) => {
          try {
            return await send(request, { ...ownTime(100), signal });
          } catch (error) {
            if (!DucatError.is(error)) throw error;
            throw new DucatError({ ...error.toJSON(), code: 'connection_lost' });
          }
        }),
    ),
    mutant(
      `takes the time of ${noun} from another clock than its caller's`,
      `${noun} has one deadline for all its requests together, by the clock it was given`,
      (good) =>
        traveling(
          good,
          operation,
          within(({ signal }) => ({ ...ownTime(1000), signal })),
        ),
    ),
    mutant(`sends ${noun} though its deadline is over`, `${noun} whose deadline is over already is not sent`, (good) =>
      traveling(
        good,
        operation,
        within((budget) => (budget.deadline <= budget.clock.now() ? ownTime(1000) : budget)),
      ),
    ),
    mutant(
      `sends ${noun} though it was canceled before`,
      `${noun} that was canceled before it began is not sent`,
      (good) =>
        traveling(
          good,
          operation,
          within((budget) => (budget.signal?.aborted === true ? { ...budget, signal: undefined } : budget)),
        ),
    ),
    mutant(
      `leaves a listener of ${noun} on the caller's signal`,
      `${noun} that is canceled while the provider keeps silent ends at once, and leaves no listener behind`,
      (good) =>
        traveling(
          good,
          operation,
          within((budget) => {
            budget.signal?.addEventListener('abort', () => undefined);
            return budget;
          }),
        ),
    ),
    mutant(
      `leaves a timer of ${noun} behind`,
      `${noun} ends once: deadline, cancellation and a late answer together give one result (defect 13)`,
      (good) =>
        traveling(
          good,
          operation,
          within((budget) => {
            budget.clock.schedule(60_000, () => undefined).cancel = () => undefined;
            return budget;
          }),
        ),
    ),
  ]),
  mutant(
    'asks although the caller had canceled',
    'a lookup ends by its deadline or its cancellation, and has failed then',
    (good) =>
      asking(good, 'lookup', (request, context) => {
        const { signal: _signal, ...rest } = { ...context };
        return [request, rest];
      }),
  ),
  mutant(
    'takes its time where the caller set no deadline',
    'a call without a deadline of its own ends by the time that the adapter was given',
    (good) => ({
      ...good,
      create: (origins, setup) =>
        good.create(origins, { ...setup, timeoutMilliseconds: setup.timeoutMilliseconds + 1500 }),
    }),
  ),
];
