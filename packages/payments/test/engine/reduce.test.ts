import { Money } from '@ducat/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceFound, PaymentEvent } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import { extend, emptyPayment } from '../../src/log/loaded.ts';
import { permutations } from '../world/permutations.ts';
import { outcomeOf } from '../../src/reduce/outcome.ts';
import { reduce } from '../../src/reduce/reduce.ts';

const amount = Money.parse('10.00', 'EUR');
const hour = 60 * 60 * 1000;
const error = { code: 'connection_lost', message: 'lost', effect: 'possible' } as const;
const decline = { reason: 'do_not_honor', by: 'issuer', anotherProviderMayHelp: true, sameCard: 'later' } as const;

const begun: PaymentEvent = {
  type: 'operation_begun',
  at: 0,
  operation: 'order-1',
  kind: 'charge',
  amount,
  fingerprint: 'f',
};

function attempt(number: number, at: number): PaymentEvent {
  return {
    type: 'attempt_begun',
    at,
    operation: 'order-1',
    attempt: number,
    provider: `provider-${number}`,
    reference: `order-1-${number}`,
    deadline: at + 30_000,
    lookupHorizonMilliseconds: hour,
  };
}

const findings: fc.Arbitrary<Finding> = fc.oneof(
  fc
    .constantFrom('t-1', 't-2')
    .map((providerReference): Finding => ({ status: 'approved', providerReference, amount, raw: {} })),
  fc
    .constantFrom('t-1', 't-2')
    .map((providerReference): Finding => ({ status: 'pending', providerReference, reason: 'processing', raw: {} })),
  fc.constantFrom('t-1', undefined).map((named): Finding => {
    return { status: 'declined', decline, raw: {}, ...(named === undefined ? {} : { providerReference: named }) };
  }),
  fc.constantFrom<Finding>(
    { status: 'not_found' },
    { status: 'not_sent', error },
    { status: 'unknown', error },
    { status: 'unanswered', error },
  ),
);

/** What an engine can write about one of two attempts: answers, lookups, webhooks, an operator's word, a repeat, a review. */
const news: fc.Arbitrary<(at: number, number: number) => PaymentEvent> = fc.oneof(
  fc
    .record({
      finding: findings,
      on: fc.constantFrom(1, 2),
      source: fc.constantFrom('response', 'lookup', 'challenge', 'operator'),
    })
    .map(({ finding, on, source }) => (at: number, number: number): EvidenceFound => ({
      type: 'evidence',
      at,
      id: source === 'response' ? 'response-1' : `${source}-${number}`,
      reference: `order-1-${on}`,
      source: source as EvidenceFound['source'],
      ...(source === 'response' ? { sending: 1 } : {}),
      trust: 'proof',
      finding,
    })),
  fc
    .record({ finding: findings, on: fc.constantFrom(1, 2) })
    .map(({ finding, on }) => (at: number, number: number): EvidenceFound => {
      return {
        type: 'evidence',
        at,
        id: `webhook ${number}`,
        reference: `order-1-${on}`,
        source: 'webhook',
        trust: 'hint',
        finding,
      };
    }),
  fc.constantFrom(1, 2).map((on) => (at: number): PaymentEvent => {
    return { type: 'sending_begun', at, reference: `order-1-${on}`, sending: 2, deadline: at + 30_000 };
  }),
  fc.constantFrom(1, 2).map((on) => (at: number, number: number): PaymentEvent => {
    const review = { reference: `order-1-${on}`, number, cause: 'unclear', reason: 'because' } as const;
    return { type: 'review_requested', at, operation: 'order-1', ...review };
  }),
);

/** A history as an engine would write it, conclusions included; times go on and sometimes stand still. */
const histories: fc.Arbitrary<readonly PaymentEvent[]> = fc
  .array(fc.tuple(news, fc.constantFrom(0, 1000, 2 * hour)), { maxLength: 6 })
  .map((steps) => {
    let at = 1000;
    let payment = extend(emptyPayment('order-1'), [begun, attempt(1, 1), attempt(2, 2)], 5000, at);
    for (const [index, [make, pause]] of steps.entries()) {
      at += pause;
      payment = extend(payment, [make(at, index + 1)], 5000, at);
    }
    return payment.events;
  });

describe('the state of a payment', () => {
  test('is the same in all orders of its last six events', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = reduce(events);
        const [first, last] = [events.slice(0, -6), events.slice(-6)];
        for (const order of permutations(last)) expect(reduce([...order, ...first])).toEqual(state);
      }),
      { numRuns: 12 },
    );
  });

  test('is the same in any order and with any repetition of its events', () => {
    const shuffled = histories.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
    );
    fc.assert(
      fc.property(shuffled, ([events, others]) => {
        expect(reduce(others)).toEqual(reduce(events));
      }),
      { numRuns: 1000 },
    );
  });

  test('tells a result that is settled, and tells it the same for ever after', () => {
    fc.assert(
      fc.property(histories, (events) => {
        let told: string | undefined;
        for (let length = 3; length <= events.length; length += 1) {
          const [operation] = reduce(events.slice(0, length)).operations;
          if (operation === undefined) throw new Error('no operation');
          const { status, provider } = outcomeOf(operation);
          const isFinal = status === 'approved' || status === 'declined' || status === 'not_sent';
          expect(isFinal).toBe(operation.settled !== undefined);
          expect(told ?? `${status} ${provider}`).toBe(`${status} ${provider}`);
          if (isFinal) told = `${status} ${provider}`;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('never forgets a transaction that was approved', () => {
    fc.assert(
      fc.property(histories, (events) => {
        let most = 0;
        for (let length = 3; length <= events.length; length += 1) {
          const transactions = reduce(events.slice(0, length)).operations.flatMap(({ attempts }) =>
            attempts.flatMap((each) => each.transactions.filter(({ status }) => status === 'approved')),
          );
          expect(transactions.length).toBeGreaterThanOrEqual(most);
          most = transactions.length;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('never settles as a failure while one of its transactions is open', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const last = events.findIndex(({ type }) => type === 'operation_settled');
        if (last < 0) return;
        const [operation] = reduce(events.slice(0, last + 1)).operations;
        if (operation?.settled?.result === 'approved') return;
        for (const { status, transactions, evidence } of operation?.attempts ?? []) {
          expect(['declined', 'not_sent', 'not_found']).toContain(status);
          const isOperators = evidence.some(({ source }) => source === 'operator');
          expect(isOperators ? [] : transactions.filter((each) => each.status === 'open')).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('does not depend on which of two events with one name came first', () => {
    const one: PaymentEvent = { ...begun, fingerprint: 'one' };
    const other: PaymentEvent = { ...begun, fingerprint: 'other' };
    expect(reduce([one, other])).toEqual(reduce([other, one]));
  });

  test('has the operation that began the payment first, whatever the others are called and the clocks said', () => {
    const capture: PaymentEvent = { ...begun, at: -1000, operation: 'a', kind: 'capture' };
    expect(reduce([capture, begun]).operations.map(({ begun: { kind } }) => kind)).toEqual(['charge', 'capture']);
  });
});
