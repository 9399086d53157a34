import type { Port } from '@ducat/core';
import { Money } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import type { ReferenceHarness } from '../reference/harness.ts';
import type { AnyRequest } from './breaking.ts';
import { approvalOf, around, asking, claiming, errorOf, reordered, saying, throwing, traveling } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asPending } from './outcomes.ts';

/** The echo is not compared, so that what went wrong on the way stays unnoticed. */
export function deaf(good: ReferenceHarness): ReferenceHarness {
  return good.with({ requireEcho: () => undefined });
}

/** Whatever the provider refuses is said to be done. */
export const swallow =
  (port: Port) =>
  (good: Harness): Harness =>
    throwing(good, port, (_error, request, context) => approvalOf('under-test', request, context));

/** Whatever the provider refuses is said to be unclear. */
export const doubt =
  (port: Port) =>
  (good: Harness): Harness =>
    throwing(good, port, ({ raw }, _request, { reference }) => {
      return {
        status: 'unknown',
        provider: 'under-test',
        reference,
        error: errorOf('connection_lost', 'possible'),
        raw,
      };
    });

/** The amount is another one on the wire, and what was asked for is said. */
export const shifted =
  (port: Port, change: (amount: Money) => Money) =>
  (good: Harness): Harness =>
    saying(
      asking(good, port, (request, context) => [{ ...request, amount: change(request.amount) }, context]),
      port,
      'approved',
      (outcome, request: AnyRequest) => ({ ...outcome, amount: request.amount }),
    );

/** Only whole amounts, as if a float had been rounded. */
const rounded = ({ minorUnits, currency }: Money): Money => Money.of((minorUnits / 100n) * 100n, currency);

export const twoStepMutants: readonly Mutant[] = [
  mutant('charges where it should hold', 'an authorization holds the amount and takes nothing', (good) =>
    traveling(deaf(good), 'authorize', (send) => reordered(send, (order) => ({ ...order, kind: 'charge' }))),
  ),
  mutant('calls a declined hold pending', 'a declined authorization holds nothing', (good) =>
    saying(good, 'authorize', 'declined', asPending),
  ),
  mutant(
    'sends ids that cannot be one',
    'a capture or a void of an id that cannot be one is refused before anything is sent',
    (good) => good.with({ checkRequest: () => undefined }),
  ),
  mutant(
    'rounds what it captures',
    'a capture takes exactly the amount and leaves nothing held',
    shifted('capture', rounded),
  ),
  mutant(
    'takes the refusal of a capture for success',
    'more than is held is not captured, and the hold stays as it is',
    swallow('capture'),
  ),
  mutant(
    'is in doubt about a second capture that was refused',
    'what was captured cannot be captured again',
    doubt('capture'),
  ),
  mutant('is in doubt about a capture of what was voided', 'what was voided cannot be captured', doubt('capture')),
  mutant(
    'takes a capture of nothing that is known for success',
    'a capture of an authorization that the provider does not know takes nothing',
    (good) =>
      throwing(good, 'capture', (error, request, context) => {
        if (error.code !== 'not_found') throw error;
        return approvalOf('under-test', request, context);
      }),
  ),
  mutant('is in doubt about a capture of a charge', 'a payment in one step cannot be captured', doubt('capture')),
  mutant(
    'approves every capture of several',
    'captures at the same time take together no more than is held',
    swallow('capture'),
  ),
  mutant(
    'forgets the currency of a capture',
    'an amount in another currency than the hold is never said to be captured',
    (good) =>
      saying(
        traveling(deaf(good), 'capture', (send) => reordered(send, (order) => ({ ...order, currency: 'USD' }))),
        'capture',
        'approved',
        (outcome, { amount }) => ({ ...outcome, amount }),
      ),
  ),
  mutant(
    'captures all of a hold where a part was asked for',
    'a part of a hold is captured where limits.capture says so, and just that part',
    shifted('capture', ({ minorUnits, currency }) => Money.of(minorUnits === 500n ? 1234n : minorUnits, currency)),
  ),
  mutant(
    'claims that parts have to be announced, and captures others too',
    'a part that was not announced is captured only where limits.capture.partial is always',
    (good) => claiming(good, ({ capture }) => ({ capture: { ...capture, partial: 'when_announced' } })),
  ),
  mutant(
    'claims that there is one capture, and makes a second',
    'a second capture takes what is left where limits.capture.multiple is true, and nothing where not',
    (good) => claiming(good, ({ capture }) => ({ capture: { ...capture, multiple: false } })),
  ),
  mutant('captures what it should release', 'a void releases all that is held and takes nothing', (good) =>
    traveling(deaf(good), 'void', (send) => reordered(send, (order) => ({ ...order, kind: 'capture' }))),
  ),
  mutant(
    'releases the whole where a part was asked for',
    'a part of a hold is released where limits.void says so, and never the whole in its place',
    shifted('void', ({ currency }) => Money.of(1234n, currency)),
  ),
  mutant(
    'releases what is held where more was asked for',
    'more than is held is not voided',
    shifted('void', ({ minorUnits, currency }) => Money.of(minorUnits > 1234n ? 1234n : minorUnits, currency)),
  ),
  mutant('says that a capture was voided', 'what was captured cannot be voided', swallow('void')),
  mutant(
    'releases a hold only when it is asked for the second time',
    'what was voided moves nothing when it is voided again',
    (good) => {
      let asked = 0;
      return around(good, 'void', (call) => async (request, context) => {
        asked += 1;
        return asked === 1 ? approvalOf('under-test', request, context) : call(request, context);
      });
    },
  ),
  mutant(
    'says that it voided what nobody knows',
    'a void of an authorization that the provider does not know releases nothing',
    swallow('void'),
  ),
  mutant(
    'says of a capture and a void that both were done',
    'of a capture and a void at the same time one wins, and both say which',
    (good) => swallow('void')(swallow('capture')(good)),
  ),
];
