import type { Outcome } from '@ducat/core';
import { strict as assert } from 'node:assert';
import type { Deed } from '../../deed/deed.ts';
import { Deeds } from '../../deed/deed.ts';
import type { OperationFacts } from '../../deed/operations.ts';
import { cardOperations, operations } from '../../deed/operations.ts';
import { assertTrue, endOf } from '../../deed/truth.ts';
import type { Ability, ContractPromise } from '../../promise.ts';
import type { Stage } from '../../stage.ts';

const group = 'outcomes';

/** What each result says, and what it leaves in the bank's books. */
export const results: readonly ContractPromise[] = operations.flatMap((facts) => {
  const { operation, noun, ports } = facts;
  const isOfCard = cardOperations.includes(facts);
  const declined: Ability = isOfCard ? 'cards.declined' : `next.declined.${operation}`;
  return [
    {
      group,
      name: `${noun} that is approved says how much, names its attempt, and is in the books just so`,
      ports,
      abilities: ['ledger'] as const,
      keep: (stage: Stage) => keepApproved(stage, facts),
    },
    {
      group,
      name: `${noun} that is declined is a result with a reason and moves nothing`,
      ports,
      abilities: ['ledger', declined] as const,
      keep: (stage: Stage) => keepDeclined(stage, facts, isOfCard),
    },
    {
      group,
      name: `${noun} that the provider has not finished is pending, neither success nor failure (defect 33)`,
      ports,
      abilities: ['ledger', `next.pending.${operation}`] as const,
      keep: (stage: Stage) => keepPending(stage, facts),
    },
    ...(isOfCard && operation !== 'payout' ? [challenged(facts)] : []),
  ];
});

function challenged(facts: OperationFacts): ContractPromise {
  return {
    group,
    name: `${facts.noun} that needs the shopper says what to show and how to go on, and moves nothing yet (defect 33)`,
    ports: facts.ports,
    abilities: ['ledger', 'cards.challenged'],
    keep: (stage) => keepChallenged(stage, facts),
  };
}

/** Performs it, and checks what every outcome of an own attempt says. */
async function outcomeOf(stage: Stage, deed: Deed): Promise<Outcome> {
  const context = stage.attempt();
  const ended = await endOf(deed.perform(context));
  assertTrue(ended, deed, 'undisturbed');
  assert(ended.outcome !== undefined, `an outcome, not ${ended.error?.message}`);
  assert.equal(ended.outcome.provider, stage.provider.id, 'it names the provider');
  assert.equal(ended.outcome.reference, context.reference, 'it names the attempt');
  return ended.outcome;
}

async function keepApproved(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  if (deed.usual !== 'approved') return;
  const outcome = await outcomeOf(stage, deed);
  assert(outcome.status === 'approved', `approved, not ${outcome.status}`);
  assert.equal(outcome.amount.toString(), deed.amount.toString());
  const movements = deed.entries().map(({ kind, amount, currency }) => ({ kind, amount, currency }));
  const { minorUnits, currency } = deed.amount;
  const expected = movements.filter(({ kind }) => facts.movements.includes(kind));
  assert.deepEqual(
    expected.map(({ amount, currency: of }) => [amount, of]),
    deed.moves ? [[minorUnits, currency]] : [],
    'the bank did just that',
  );
  if (facts.operation === 'authorize') assert.deepEqual(movements, expected, 'and took nothing of what it holds');
}

async function keepDeclined(stage: Stage, facts: OperationFacts, isOfCard: boolean): Promise<void> {
  const deed = await new Deeds(stage).ready(facts, isOfCard ? 'declined' : 'approved');
  if (!isOfCard) stage.world.next?.declined?.[facts.operation]?.();
  const outcome = await outcomeOf(stage, deed);
  assert(outcome.status === 'declined', `declined, not ${outcome.status}`);
  assert.equal(typeof outcome.decline.anotherProviderMayHelp, 'boolean');
  assert(['never', 'later', 'after_correction'].includes(outcome.decline.sameCard));
  assert(!('amount' in outcome) && !('token' in outcome), 'a decline carries neither money nor a token');
  assert.deepEqual(deed.entries(), [], 'the bank did nothing');
}

async function keepPending(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts);
  stage.world.next?.pending?.[facts.operation]?.();
  const outcome = await outcomeOf(stage, deed);
  assert(outcome.status === 'pending', `pending, not ${outcome.status}`);
  assert.notEqual(outcome.reason, 'unmapped_status', 'a word that the provider documents');
  assert(!('amount' in outcome), 'nothing was taken as far as anybody knows');
}

async function keepChallenged(stage: Stage, facts: OperationFacts): Promise<void> {
  const deed = await new Deeds(stage).ready(facts, 'challenged');
  const outcome = await outcomeOf(stage, deed);
  assert(outcome.status === 'action_required', `action_required, not ${outcome.status}`);
  const { action, continuation } = outcome;
  assert(stage.provider.limits.actions.includes(action.kind), `limits.actions has no ${action.kind}`);
  if (action.kind !== 'wait') assert.match(action.url, /^https?:\/\//, 'an address that a browser can go to');
  assert.notEqual(continuation, '');
  assert.deepEqual(deed.entries(), [], 'the bank did nothing');
}
