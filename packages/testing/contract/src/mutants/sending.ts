import { operations } from '../deed/operations.ts';
import { around, asking, errorOf, saying, traveling } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asDecline, asUnknown } from './outcomes.ts';

export const sendingMutants: readonly Mutant[] = [
  ...operations.flatMap(({ operation, noun }) => [
    mutant(
      `cannot tell for ${noun} that there was no connection`,
      `${noun} without a connection is not sent: unknown name, refused port, no TLS`,
      (good) => saying(good, operation, 'not_sent', asUnknown),
    ),
    mutant(
      `lets the error of the socket out when ${noun} finds no connection`,
      `${noun} is not sent when the address that would take it refuses connections`,
      (good) =>
        saying(good, operation, 'not_sent', () => {
          throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
        }),
    ),
    mutant(
      `cannot tell for ${noun} that it never got a connection in time`,
      `${noun} that waits for a connection until its deadline is not sent`,
      (good) =>
        saying(good, operation, 'not_sent', (outcome) =>
          outcome.error.code === 'deadline_exceeded' ? asUnknown(outcome) : outcome,
        ),
    ),
    mutant(
      `says that ${noun} was declined when the provider was out of order`,
      `${noun} that the provider did not act on is never taken for a success or a decline`,
      (good) => saying(good, operation, 'unknown', asDecline),
    ),
    mutant(
      `says that ${noun} was declined when its answer was lost`,
      `${noun} whose answer is lost or cannot be read is unknown, unless nothing can have moved`,
      (good) =>
        saying(good, operation, 'unknown', (outcome) =>
          outcome.error.code === 'connection_lost' ? asDecline(outcome) : outcome,
        ),
    ),
    mutant(
      `says that ${noun} was declined when it was canceled`,
      `${noun} whose answer stalls is unknown when it is given up, unless nothing can have moved`,
      (good) =>
        saying(good, operation, 'unknown', (outcome) =>
          outcome.error.code === 'canceled' ? asDecline(outcome) : outcome,
        ),
    ),
    mutant(
      `reads the answer to ${noun} only under its own content type`,
      `${noun} is understood when its answer comes byte by byte or under another content type`,
      (good) =>
        traveling(good, operation, (send) => async (request, budget) => {
          const response = await send(request, budget);
          if (response.headers['content-type'] === 'application/json') return response;
          throw errorOf('unexpected_response', 'possible');
        }),
    ),
  ]),
  mutant(
    'takes every failed lookup for the proof that there is no payment',
    'a lookup without a readable answer has failed: it neither finds nor misses the payment (defect 45)',
    (good) =>
      around(good, 'lookup', (call) => async (request, context) => {
        const result = (await call(request, context)) as { status: string };
        return result.status === 'failed' ? { status: 'not_found' } : result;
      }),
  ),
  mutant(
    'leaves out of the browser whatever is falsy',
    'of the shopper’s browser a no and a zero are sent like a yes and any other number (defect 51)',
    (good) =>
      asking(good, 'charge', (request, context) => {
        const kept = Object.entries(Object(request['browser'])).filter(([, value]) => Boolean(value));
        return [{ ...request, browser: Object.fromEntries(kept) }, context];
      }),
  ),
  mutant(
    'cuts the query off addresses',
    'an address of the merchant that has a query is sent as it is, or refused before anything is sent (defect 59)',
    (good) =>
      asking(good, 'charge', (request, context) => {
        const returnUrl = String(request['returnUrl']).replace(/\?.*$/, '');
        return [{ ...request, returnUrl }, context];
      }),
  ),
];
