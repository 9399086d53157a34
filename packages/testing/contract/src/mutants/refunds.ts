import { Money } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import { around, claiming, reordered, saying, traveling } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asDecline } from './outcomes.ts';
import { deaf, doubt, shifted, swallow } from './two-steps.ts';

export const refundMutants: readonly Mutant[] = [
  mutant(
    'keeps a cent of a refund',
    'a full refund gives back exactly what was taken',
    shifted('refund', (amount) => amount.minus(Money.of(1n, amount.currency))),
  ),
  mutant(
    'gives all back where a part was asked for',
    'a part is given back where limits.refund says so, and just that part',
    shifted('refund', ({ currency }) => Money.of(1234n, currency)),
  ),
  mutant(
    'claims that there is one refund, and makes a second',
    'several refunds each give back their own amount where limits.refund says so',
    (good) => claiming(good, ({ refund }) => ({ refund: { ...refund, multiple: false } })),
  ),
  mutant(
    'takes the refusal of a refund for success',
    'more than was taken is not given back, in one refund or in several (defect 41)',
    swallow('refund'),
  ),
  mutant(
    'sends refunds of nothing',
    'a refund of nothing or of less is refused before anything is sent (defect 42)',
    (good) => good.with({ checkRequest: () => undefined }),
  ),
  mutant(
    'says that it refunded what nobody knows',
    'a refund of a payment that the provider does not know gives nothing back',
    swallow('refund'),
  ),
  mutant(
    'sends refunds of ids that cannot be one',
    'a refund of an id that cannot be one is refused before anything is sent',
    (good) => good.with({ checkRequest: () => undefined }),
  ),
  mutant(
    'says that it refunded a hold',
    'an authorization that was not captured cannot be refunded',
    swallow('refund'),
  ),
  mutant(
    'is in doubt about a refund of what was voided',
    'an authorization that was voided cannot be refunded',
    doubt('refund'),
  ),
  mutant(
    'says that more was refunded than captured',
    'of a hold no more is given back than was captured (defect 41)',
    swallow('refund'),
  ),
  mutant(
    'forgets the currency of a refund',
    'an amount in another currency than the payment is never said to be given back',
    (good) =>
      saying(
        traveling(deaf(good), 'refund', (send) => reordered(send, (order) => ({ ...order, currency: 'USD' }))),
        'refund',
        'approved',
        (outcome, { amount }) => ({ ...outcome, amount }),
      ),
  ),
  mutant(
    'refunds again for every repeat',
    'a refund that is repeated with the same reference gives back once',
    (good) =>
      around(good, 'refund', (call) => (request, context) => call(request, { ...context, reference: randomUUID() })),
  ),
  mutant(
    'says that a refund was undone when its answer was lost',
    'a refund whose answer was lost gives back once however often it is repeated, and is never said to be undone',
    (good) => saying(good, 'refund', 'unknown', asDecline),
  ),
  mutant(
    'approves every refund of several',
    'refunds at the same time give back together no more than was taken (defect 42)',
    swallow('refund'),
  ),
  mutant(
    'refunds again for a repeat at the same time',
    'the same refund sent several times at once gives back once (defect 42)',
    (good) => {
      const running = new Set<string>();
      return around(good, 'refund', (call) => async (request, context) => {
        const reference = running.has(context.reference) ? randomUUID() : context.reference;
        running.add(context.reference);
        return call(request, { ...context, reference });
      });
    },
  ),
];
