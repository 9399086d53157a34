import { Money } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import { around, asking, finding, saying } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asDecline, asPending } from './outcomes.ts';
import { withOwnToken } from './tokens.ts';
import { shifted } from './two-steps.ts';

const withOneMore = ({ minorUnits, currency }: Money): Money => Money.of(minorUnits + 1n, currency);

export const payoutMutants: readonly Mutant[] = [
  mutant(
    'pays a cent too much',
    'a payout to a card sends exactly the amount and takes nothing',
    shifted('payout', withOneMore),
  ),
  mutant('calls a declined payout pending', 'a payout that is declined sends nothing', (good) =>
    saying(good, 'payout', 'declined', asPending),
  ),
  mutant('pays again for a repeat', 'a payout that is repeated with the same reference is sent once', (good) =>
    asking(good, 'payout', (request, context) => [request, { ...context, reference: randomUUID() }]),
  ),
  mutant(
    'says that a payout was undone when its answer was lost',
    'a payout whose answer was lost is sent once however often it is repeated, and is never said to be undone',
    (good) => saying(good, 'payout', 'unknown', asDecline),
  ),
  mutant(
    'pays a cent too much to a stored card',
    'a payout to a stored card sends exactly the amount',
    shifted('payout', withOneMore),
  ),
  mutant(
    'pays to tokens of others',
    'a payout to a card that another provider stored is refused before anything is sent',
    (good) =>
      around(
        good,
        'payout',
        (call, { id }) =>
          (request, context) =>
            call(withOwnToken(request, id), context),
      ),
  ),
  mutant('does not ask whose card it pays to', 'a payout to a card of one customer is not sent for another', (good) =>
    asking(good, 'payout', ({ recipient: _recipient, ...request }, context) => [request, context]),
  ),
  mutant(
    'finds a payout as a charge',
    'a payout is found by what limits.lookupByReference says, with its amount',
    (good) =>
      finding(good, (record) => ({
        ...record,
        operation: record.operation === 'payout' ? 'charge' : record.operation,
      })),
  ),
  mutant(
    'takes a card that decides later for one that declines',
    'a payout is said to be sent when it is, and is pending while the provider has not finished',
    (good) => saying(good, 'payout', 'pending', asDecline),
  ),
];
