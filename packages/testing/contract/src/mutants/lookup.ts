import type { LookupResult, Operation } from '@ducat/core';
import { Money } from '@ducat/core';
import type { Harness } from '../harness/harness.ts';
import { around, errorOf, finding } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asDecline, asPending } from './outcomes.ts';
import { deaf } from './two-steps.ts';

/** Changes the outcomes of one kind that a lookup finds approved. */
const approvedOf = (good: Harness, operation: Operation, change: (amount: Money) => Money): Harness =>
  finding(good, (record) =>
    record.operation === operation && record.outcome.status === 'approved'
      ? { ...record, outcome: { ...record.outcome, amount: change(record.outcome.amount) } }
      : record,
  );

/** Changes results of one status. */
const answering = (good: Harness, status: LookupResult['status'], change: (result: LookupResult) => unknown): Harness =>
  around(good, 'lookup', (call) => async (request, context) => {
    const result = (await call(request, context)) as LookupResult;
    return result.status === status ? change(result) : result;
  });

const renamed = (good: Harness, from: Operation, to: Operation): Harness =>
  finding(good, (record) => (record.operation === from ? { ...record, operation: to } : record));

const twice = (amount: Money): Money => amount.plus(amount);

export const lookupMutants: readonly Mutant[] = [
  mutant(
    'finds a charge with twice its amount',
    'a payment is found by the provider’s id and by its own reference, and is what the bank did',
    (good) => finding(good, ({ amount, ...record }) => ({ ...record, amount: amount && twice(amount) })),
  ),
  mutant(
    'fails where there is nothing to be found',
    'what the provider does not have is not found, by an id and by a reference',
    (good) => answering(good, 'not_found', () => ({ status: 'failed', error: errorOf('unexpected_response') })),
  ),
  mutant(
    'finds a declined charge pending',
    'a payment that was declined is found as declined or not at all, never as anything else',
    (good) =>
      finding(good, (record) =>
        record.outcome.status === 'declined' ? { ...record, outcome: asPending(record.outcome) } : record,
      ),
  ),
  mutant(
    'finds an unfinished charge declined',
    'a payment that the provider has not finished is found as pending',
    (good) =>
      finding(good, (record) =>
        record.outcome.status === 'pending' ? { ...record, outcome: asDecline(record.outcome) } : record,
      ),
  ),
  mutant('gives back what it finds', 'a lookup moves nothing, however often it is made', (good) =>
    around(good, 'lookup', (call, provider) => async (request, context) => {
      const result = (await call(request, context)) as LookupResult;
      const outcome = result.status === 'found' ? result.transactions[0].outcome : undefined;
      if (outcome?.status === 'approved') {
        const refund = { payment: outcome.providerReference, amount: outcome.amount, reason: 'found' };
        await provider.refund?.(refund, { reference: `found-${outcome.providerReference}` });
      }
      return result;
    }),
  ),
  mutant(
    'asks about anything',
    'a lookup of nothing, or of an id that cannot be one, is refused before anything is sent',
    (good) => good.with({ checkRequest: () => undefined }),
  ),
  mutant(
    'claims to find refunds by their references',
    'every operation that limits.lookupByReference names can be asked for by a reference',
    (good) =>
      around(good, 'lookup', (call) => async (request, context) => {
        if (request['operation'] === 'refund') throw errorOf('unsupported');
        return call(request, context);
      }),
  ),
  mutant(
    'finds a hold as a charge',
    'a hold is found as a hold, and never as captured, voided or refunded while it is none of these',
    (good) => renamed(good, 'authorize', 'charge'),
  ),
  mutant('finds whatever it is asked for', 'a payment is never found as refunded before it is', (good) =>
    around(good, 'lookup', (call) => async (request, context) => {
      const result = (await call(request, context)) as LookupResult;
      if (result.status !== 'found') return result;
      return {
        ...result,
        transactions: result.transactions.map((record) => ({ ...record, operation: request['operation'] })),
      };
    }),
  ),
  mutant(
    'finds a capture with twice its amount',
    'a capture is found by its id with the amount that was taken',
    (good) => approvedOf(good, 'capture', twice),
  ),
  mutant('finds a void as a capture', 'a void is found by its id', (good) => renamed(good, 'void', 'capture')),
  mutant(
    'finds a refund with twice its amount',
    'a refund is found by its id, with its amount and not with another',
    (good) => approvedOf(good, 'refund', twice),
  ),
  mutant(
    'finds nothing where it cannot ask',
    'a lookup that fails says nothing of the payment, least of all that there is none (defects 13, 45, 46)',
    (good) => answering(good, 'failed', () => ({ status: 'not_found' })),
  ),
  mutant(
    'finds declined what was approved',
    'after a lost request or answer the lookup tells what the bank did',
    (good) => finding(good, (record) => ({ ...record, outcome: asDecline(record.outcome) })),
  ),
  mutant(
    'shows the amount that it expects',
    'an amount that is not the one that was asked for is shown as it is (defects 25, 27)',
    (good) => finding(good, (record) => ({ ...record, amount: Money.parse('12.34', 'USD') })),
  ),
  mutant(
    'takes any answer for the one to its question',
    'an answer about another payment is not taken for the one that was asked about',
    deaf,
  ),
  mutant('shows the newest transaction alone', 'several transactions with one reference are all shown', (good) =>
    answering(good, 'found', (result) =>
      result.status === 'found' ? { ...result, transactions: result.transactions.slice(0, 1) } : result,
    ),
  ),
  mutant(
    'takes every currency for dollars',
    'an answer in another currency is shown as it is, or refused, and never as what was asked for',
    (good) =>
      finding(good, ({ amount, ...record }) => ({ ...record, amount: amount && Money.of(amount.minorUnits, 'USD') })),
  ),
];
