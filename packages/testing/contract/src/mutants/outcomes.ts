import type { Outcome } from '@ducat/core';
import { Money, declineFor } from '@ducat/core';
import { cardOperations, operations } from '../deed/operations.ts';
import { errorOf, finding, saying } from './breaking.ts';
import { mutant } from './mutant.ts';
import type { Mutant } from './mutant.ts';

const cent = Money.parse('0.01', 'USD');

export const outcomeMutants: readonly Mutant[] = operations.flatMap((facts) => {
  const { operation, noun } = facts;
  const isOfCard = cardOperations.includes(facts);
  return [
    mutant(
      `adds a cent to what ${noun} is said to have moved`,
      `${noun} that is approved says how much, names its attempt, and is in the books just so`,
      (good) => saying(good, operation, 'approved', (outcome) => ({ ...outcome, amount: outcome.amount.plus(cent) })),
    ),
    mutant(
      `throws the decline of ${noun}`,
      `${noun} that is declined is a result with a reason and moves nothing`,
      (good) =>
        saying(good, operation, 'declined', () => {
          throw errorOf('refused');
        }),
    ),
    mutant(
      `takes ${noun} that is not finished for a failure`,
      `${noun} that the provider has not finished is pending, neither success nor failure (defect 33)`,
      (good) => saying(good, operation, 'pending', (outcome) => asDecline(outcome)),
    ),
    ...(isOfCard && operation !== 'payout'
      ? [
          mutant(
            `keeps quiet about the challenge of ${noun}`,
            `${noun} that needs the shopper says what to show and how to go on, and moves nothing yet (defect 33)`,
            (good) => saying(good, operation, 'action_required', (outcome) => asPending(outcome)),
          ),
        ]
      : []),
    mutant(
      `takes an unknown status of ${noun} for success`,
      `${noun} answered with a word that nobody knows is pending, with the word in raw alone (defect 48)`,
      (good) => saying(good, operation, 'pending', (outcome, { amount }) => asApproval(outcome, amount)),
    ),
    mutant(
      `takes an unknown status of ${noun} for success when it is looked up`,
      `${noun} that is looked up and stands under a word that nobody knows is pending (defects 46, 47)`,
      (good) =>
        finding(good, (record) => {
          const isUnmapped = record.operation === operation && record.outcome.status === 'pending';
          return isUnmapped ? { ...record, outcome: asApproval(record.outcome, record.amount) } : record;
        }),
    ),
  ];
});

function factsOf(outcome: Outcome): object {
  const { provider, reference, raw } = outcome;
  return {
    provider,
    reference,
    raw,
    ...('providerReference' in outcome ? { providerReference: outcome.providerReference } : {}),
  };
}

export function asDecline(outcome: Outcome): unknown {
  return { status: 'declined', ...factsOf(outcome), decline: declineFor('provider_failure', 'provider') };
}

export function asPending(outcome: Outcome): unknown {
  return { status: 'pending', ...factsOf(outcome), reason: 'processing' };
}

export function asApproval(outcome: Outcome, amount: Money | undefined): unknown {
  return { status: 'approved', providerReference: 'made-up', ...factsOf(outcome), amount };
}

export function asUnknown(outcome: Outcome): unknown {
  return { status: 'unknown', ...factsOf(outcome), error: errorOf('connection_lost', 'possible') };
}
