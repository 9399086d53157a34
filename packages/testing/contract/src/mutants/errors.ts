import { DucatError, invalidRequest } from '@ducat/core';
import { operations } from '../deed/operations.ts';
import { around, throwing } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';

/** What logging a request costs that nobody has looked at yet: bigints, symbols and proxies throw. */
function print(value: unknown): void {
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'symbol' ? BigInt(1) : inner));
}

export const errorMutants: readonly Mutant[] = [
  ...operations.flatMap(({ operation, noun }) => [
    mutant(
      `calls ${noun} wrong and does not say where`,
      `${noun} with a wrong field is refused before anything is sent, and the error names that field alone`,
      (good) =>
        throwing(good, operation, (error) => {
          throw error.code === 'invalid_request' ? invalidRequest('request', 'is wrong') : error;
        }),
    ),
    mutant(
      `names only the first wrong field of ${noun}`,
      `${noun} with several wrong fields is refused with all of them`,
      (good) =>
        throwing(good, operation, (error) => {
          throw new DucatError({ ...error.toJSON(), issues: error.issues.slice(0, 1) });
        }),
    ),
    mutant(
      `prints ${noun} before it is checked`,
      `${noun} with a hostile value in any field gives an outcome or a DucatError, and nothing else`,
      (good) =>
        around(good, operation, (call) => async (request, context) => {
          print(request);
          return call(request, context);
        }),
    ),
    mutant(
      `does not say which provider refused ${noun}`,
      `${noun} that the provider refuses is an error of that provider with effect none, or a decline`,
      (good) =>
        throwing(good, operation, ({ code, message, effect, raw }) => {
          throw new DucatError({ code, message, effect, raw });
        }),
    ),
  ]),
  ...(['lookup', 'challenge'] as const).map((port) =>
    mutant(
      `calls a ${port} wrong and does not say where`,
      `${port} with a wrong field is refused before anything is sent, and the error names that field alone`,
      (good) =>
        throwing(good, port, (error) => {
          throw error.code === 'invalid_request' ? invalidRequest('request', 'is wrong') : error;
        }),
    ),
  ),
  mutant(
    'prints a context before it is checked',
    'a hostile value in place of a whole request or context gives a DucatError from every port, and no request',
    (good) =>
      around(good, 'charge', (call) => async (request, context) => {
        print(context);
        return call(request, context);
      }),
  ),
  mutant(
    'throws an error that only looks like one of ours',
    'an error is known by its registered symbol, says what may be done, and can be written down',
    (good) =>
      throwing(good, 'charge', (error) => {
        throw Object.assign(new Error(error.message), error.toJSON(), { name: 'DucatError' });
      }),
  ),
];
