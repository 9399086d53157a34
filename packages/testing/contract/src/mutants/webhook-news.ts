import type { TransactionRecord, WebhookEvent, WebhookRequest } from '@ducat/core';
import { Money } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import type { Harness } from '../harness/harness.ts';
import { approvalOf, around, asking, errorOf, throwing } from './breaking.ts';
import type { Mutant } from './mutant.ts';
import { mutant } from './mutant.ts';
import { asApproval, asDecline } from './outcomes.ts';

const telling = (good: Harness, change: (event: WebhookEvent) => object): Harness =>
  around(good, 'webhook', (call) => async (request, context) => change((await call(request, context)) as WebhookEvent));

const tellingOf = (good: Harness, change: (transaction: TransactionRecord) => object): Harness =>
  telling(good, (event) => ({ ...event, transaction: { ...event.transaction, ...change(event.transaction) } }));

const headersOf = (request: object): WebhookRequest['headers'] => (request as WebhookRequest).headers;

/** The request as a careless reader of headers passes it on. */
const withHeaders = (
  good: Harness,
  change: (headers: WebhookRequest['headers']) => WebhookRequest['headers'],
): Harness =>
  asking(good, 'webhook', (request, context) => [{ ...request, headers: change(headersOf(request)) }, context]);

const expected = Money.parse('12.34', 'USD');

/** What goes wrong with what webhooks tell. */
export const newsMutants: readonly Mutant[] = [
  mutant('tells of a cent more', 'a genuine webhook is accepted and says what the bank did', (good) =>
    tellingOf(good, ({ amount }) => ({ amount: amount?.plus(Money.parse('0.01', 'USD')) })),
  ),
  mutant('tells of a declined charge as approved', 'a declined payment is never told of as approved', (good) =>
    tellingOf(good, ({ outcome, amount }) =>
      outcome.status === 'declined' ? { outcome: asApproval(outcome, amount) } : {},
    ),
  ),
  mutant(
    'tells of everything as a charge',
    'what follows on a hold is told of as it is: held, then captured, then refunded',
    (good) => tellingOf(good, () => ({ operation: 'charge' })),
  ),
  mutant('tells of a released hold as taken', 'a hold that was released is not told of as taken', (good) =>
    tellingOf(good, ({ operation }) => ({ operation: operation === 'void' ? 'capture' : operation })),
  ),
  mutant('knows its header in one spelling', 'the letter case of header names is of no account', (good) =>
    withHeaders(good, (headers) => ({ 'x-signature': headers['x-signature'] })),
  ),
  mutant(
    'knows no lists of headers',
    'a header that holds the signature as the only one of a list is understood',
    (good) =>
      withHeaders(good, (headers) =>
        Object.fromEntries(Object.entries(headers).filter(([, value]) => typeof value === 'string')),
      ),
  ),
  mutant('looks up what a webhook tells', 'a webhook is read without asking anybody: no request is sent', (good) =>
    around(good, 'webhook', (call, provider) => async (request, context) => {
      const event = (await call(request, context)) as WebhookEvent;
      const { reference = 'none' } = event.transaction.outcome;
      await provider.lookup?.({ operation: 'charge', reference });
      return event;
    }),
  ),
  mutant(
    'names every delivery anew',
    'a webhook that is delivered again has the same fingerprint, and says the same to any process',
    (good) => telling(good, (event) => ({ ...event, fingerprint: randomUUID() })),
  ),
  mutant(
    'names messages by their operation',
    'another state of the same transaction has another fingerprint (defect 35)',
    (good) => telling(good, (event) => ({ ...event, fingerprint: event.transaction.operation })),
  ),
  mutant('names refunds by their kind', 'refunds of one payment have fingerprints of their own (defect 35)', (good) =>
    telling(good, (event) => ({ ...event, fingerprint: event.transaction.operation })),
  ),
  mutant('refuses what is older than what it has seen', 'webhooks say the same in whatever order they come', (good) => {
    const operations = new Set<string>();
    return telling(good, (event) => {
      const { operation, outcome } = event.transaction;
      operations.add(operation);
      const isLate = operation === 'charge' && operations.has('refund');
      return isLate ? { ...event, transaction: { ...event.transaction, outcome: asDecline(outcome) } } : event;
    });
  }),
  mutant(
    'crashes on what it cannot read',
    'a webhook that is signed rightly and cannot be understood is one error of this library',
    (good) =>
      throwing(good, 'webhook', (error) => {
        throw error.code === 'unexpected_response'
          ? new TypeError("Cannot read properties of undefined (reading 'id')")
          : error;
      }),
  ),
  mutant(
    'reads JSON as it comes',
    'a webhook that is signed rightly and has a byte order mark, another charset or a key twice is refused (defect 22)',
    (good) =>
      good.with({
        readJson: (body) =>
          JSON.parse(
            Buffer.from(body)
              .toString('utf8')
              .replace(/^\uFEFF/, ''),
          ) as unknown,
      }),
  ),
  mutant(
    'crashes on values of another type',
    'a webhook with a value of another type, or without one, is read or refused and never crashes (defects 23, 48)',
    (good) =>
      throwing(good, 'webhook', (error) => {
        throw error.code === 'unexpected_response' ? new TypeError('amount.replace is not a function') : error;
      }),
  ),
  mutant(
    'tells of the amount that it expects',
    'a webhook of another amount is delivered with that amount, so that it can be compared (defects 25, 27)',
    (good) => tellingOf(good, () => ({ amount: expected })),
  ),
  mutant(
    'tells of every currency as dollars',
    'a webhook in another currency is delivered with that currency (defect 27)',
    (good) => tellingOf(good, ({ amount }) => ({ amount: amount && Money.of(amount.minorUnits, 'USD') })),
  ),
  mutant('approves what has no amount', 'an approval without an amount is not delivered as one', (good) =>
    throwing(good, 'webhook', (error, request) => {
      if (error.code !== 'unexpected_response') throw error;
      const outcome = approvalOf('under-test', request);
      return { provider: 'under-test', fingerprint: 'x', transaction: { operation: 'charge', outcome } };
    }),
  ),
  mutant(
    'refuses words that it does not know',
    'a webhook with a status word that nobody knows is pending, with the word kept, and no error (defect 48)',
    (good) =>
      tellingOf(good, ({ outcome }) => {
        if (outcome.status === 'pending') throw errorOf('unexpected_response');
        return {};
      }),
  ),
];
