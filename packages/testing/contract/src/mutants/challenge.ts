import type { ChallengeAnswer, Outcome } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import type { AnyRequest } from './breaking.ts';
import { altered, approvalOf, around, errorOf, saying, throwing } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asPending } from './outcomes.ts';
import { deaf } from './two-steps.ts';

export const answerOf = (request: AnyRequest): ChallengeAnswer | undefined =>
  request['answer'] as ChallengeAnswer | undefined;

/** A payment is approved when any payment of the shopper is. */
const mixing: Mutant['break'] = (good) =>
  altered(good, (provider) => {
    const begun: string[] = [];
    return {
      charge: async (...parameters: Parameters<NonNullable<typeof provider.charge>>) => {
        const outcome = await provider.charge?.(...parameters);
        if (outcome?.status === 'action_required') begun.push(outcome.continuation);
        return outcome;
      },
      challenge: async (...parameters: Parameters<NonNullable<typeof provider.challenge>>) => {
        const outcomes = await Promise.all(begun.map(async (continuation) => provider.challenge?.({ continuation })));
        return outcomes.find((outcome) => outcome?.status === 'approved') ?? provider.challenge?.(...parameters);
      },
    };
  });

/** A continuation that cannot be read is taken for one of a payment that was made. */
const trusting: Mutant['break'] = (good) =>
  throwing(good, 'challenge', (_error, request, context) => ({
    ...(approvalOf('under-test', request, context) as object),
    amount: { minorUnits: 100n },
  }));

export const challengeMutants: readonly Mutant[] = [
  mutant(
    'goes on only where it began',
    'a challenge that was passed is approved in any process and without a session, by the continuation alone (defect 57)',
    (good) =>
      altered(good, (provider) => {
        const begun = new Set<string>();
        return {
          charge: async (...parameters: Parameters<NonNullable<typeof provider.charge>>) => {
            const outcome = await provider.charge?.(...parameters);
            if (outcome?.status === 'action_required') begun.add(outcome.continuation);
            return outcome;
          },
          challenge: async (...parameters: Parameters<NonNullable<typeof provider.challenge>>) => {
            if (!begun.has(parameters[0].continuation)) throw errorOf('invalid_request');
            return provider.challenge?.(...parameters);
          },
        };
      }),
  ),
  mutant(
    'uses a continuation up',
    'a continuation that is used again and again takes the money once and says the same each time',
    (good) => onlyOnce(good, (request) => String(request['continuation'])),
  ),
  mutant(
    'takes a shopper who waits for one who has gone',
    'a challenge that is abandoned stays open and takes nothing, and can still be passed',
    (good) =>
      saying(good, 'challenge', 'action_required', () => {
        throw errorOf('refused');
      }),
  ),
  mutant(
    'captures what a challenge has held',
    'a challenge of an authorization that was passed holds the amount and takes nothing',
    (good) =>
      around(good, 'challenge', (call, provider) => async (request, context) => {
        const outcome = (await call(request, context)) as Outcome;
        if (outcome.status === 'approved') {
          const { providerReference: authorization, amount, reference = '' } = outcome;
          await provider.capture?.({ authorization, amount }, { reference: `${reference.slice(0, 30)}-x` });
        }
        return outcome;
      }),
  ),
  mutant(
    'calls a challenge pending when the answer is lost',
    'the outcome of a challenge is asked of the provider: where the answer is lost it is unknown',
    (good) => saying(good, 'challenge', 'unknown', asPending),
  ),
  mutant(
    'calls a failed challenge pending',
    'a challenge that the shopper failed is declined and takes nothing',
    (good) => saying(good, 'challenge', 'declined', asPending),
  ),
  mutant(
    'believes what the browser says',
    'what the browser says decides nothing, before the shopper acted and after a refusal',
    (good) =>
      around(good, 'challenge', (call) => async (request, context) => {
        const said = `${answerOf(request)?.query ?? ''}${answerOf(request)?.body ?? ''}`;
        return said.includes('status')
          ? approvalOf('under-test', { ...request, amount: { minorUnits: 1234n } as never })
          : call(request, context);
      }),
  ),
  mutant('mixes payments up', 'a challenge that was passed approves its own payment and no other', mixing),
  mutant(
    'does not compare what the bank answers with the continuation',
    'an answer of the provider about another payment is not taken for this one',
    deaf,
  ),
  mutant(
    'does not compare the amount with the continuation',
    'an answer of the provider with another amount is not an approval (defects 25, 27)',
    deaf,
  ),
  mutant(
    'takes continuations of other providers',
    'a continuation of another provider is refused before anything is sent',
    (good) => ({
      ...good,
      create: (origins, setup) => ({ ...good.create(origins, { ...setup, id: 'under-test' }), id: setup.id }),
    }),
  ),
  mutant(
    'takes a continuation that it cannot read for a paid one',
    'a continuation with a character changed approves nothing that was not paid',
    trusting,
  ),
  mutant(
    'takes a continuation with a changed field for a paid one',
    'a continuation with a field changed, taken from another payment or left out approves nothing that was not paid',
    trusting,
  ),
  mutant(
    'asks the bank about any string',
    'a string that is no continuation is refused before anything is sent',
    (good) =>
      throwing(good, 'challenge', (error, request) =>
        asPending({ ...(approvalOf('under-test', request) as Outcome), raw: error.raw }),
      ),
  ),
  mutant(
    'adds to what the bank sends along',
    'what the provider sends along to the challenge arrives letter for letter, padded or not (defect 50)',
    (good) =>
      saying(good, 'charge', 'action_required', ({ action, ...outcome }) => ({
        ...outcome,
        action:
          action.kind === 'redirect'
            ? { ...action, url: `${action.url}?creq=eyJtZXNzYWdlVHlwZSI6IkNSZXEifQ==` }
            : action,
      })),
  ),
];

/** A second use of the same is refused. */
export function onlyOnce(good: Harness, keyOf: (request: AnyRequest) => string | undefined): Harness {
  const used = new Set<string>();
  return around(good, 'challenge', (call) => async (request, context) => {
    const key = keyOf(request);
    if (key !== undefined && used.has(key)) throw errorOf('invalid_request');
    if (key !== undefined) used.add(key);
    return call(request, context);
  });
}
