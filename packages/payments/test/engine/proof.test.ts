import { Money } from '@ducat/core';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { NoMoneyMoved } from '../../src/model/proof.ts';
import { reduce } from '../../src/reduce/reduce.ts';
import type { AttemptState } from '../../src/reduce/state.ts';
import { nextAttempt } from '../../src/run/begin-attempt.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { PaymentEvent } from '../../src/model/event.ts';
import { tinyProvider } from '../world/tiny-provider.ts';

const amount = Money.parse('10.00', 'EUR');
const plan = { operation: 'order-1', kind: 'charge', provider: tinyProvider('two'), at: 0, deadline: 1 } as const;

function attemptWith(finding: Finding | undefined): AttemptState {
  const events: PaymentEvent[] = [
    { type: 'operation_begun', at: 0, operation: 'order-1', kind: 'charge', amount, fingerprint: 'f' },
    {
      type: 'attempt_begun',
      at: 0,
      operation: 'order-1',
      attempt: 1,
      provider: 'one',
      reference: 'order-1-1',
      deadline: 30_000,
      lookupHorizonMilliseconds: 0,
    },
  ];
  const response = {
    id: 'response-1',
    reference: 'order-1-1',
    source: 'response',
    sending: 1,
    trust: 'proof',
  } as const;
  if (finding !== undefined) events.push({ type: 'evidence', at: 1, ...response, finding });
  const attempt = reduce(events).operations[0]?.attempts[0];
  if (attempt === undefined) throw new Error('no attempt');
  return attempt;
}

const error = { code: 'connection_failed', message: 'refused', effect: 'none' } as const;

describe('failing over', () => {
  test('without a proof does not compile', () => {
    // @ts-expect-error a proof is needed
    expectTypeOf(nextAttempt).toBeCallableWith(plan, 1);
    // @ts-expect-error no proof is no proof
    expectTypeOf(nextAttempt).toBeCallableWith(plan, 1, undefined);
    // @ts-expect-error an object that looks like one is none: its attempt is private
    expectTypeOf(nextAttempt).toBeCallableWith(plan, 1, { attempt: 'order-1-1', because: 'declined', evidence: 'x' });
    expectTypeOf(nextAttempt).parameter(2).toEqualTypeOf<NoMoneyMoved>();
  });

  test('with a proof that somebody made does not compile: only the journal makes them', () => {
    // @ts-expect-error the constructor is private
    expectTypeOf(NoMoneyMoved).toBeConstructibleWith('order-1-1', 'declined', 'x');
    class Forged {
      readonly because = 'declined' as const;
      readonly evidence = 'x';
      readonly #attempt = 'order-1-1';
      get attempt(): string {
        return this.#attempt;
      }
    }
    // @ts-expect-error a class of the same shape is another class
    expectTypeOf(nextAttempt).toBeCallableWith(plan, 1, new Forged());
    expectTypeOf((attempt: AttemptState) => NoMoneyMoved.of(attempt)).returns.toEqualTypeOf<NoMoneyMoved | undefined>();
  });

  test('with a look-alike or the proof of another attempt is refused when the program runs, too', () => {
    const alike = { attempt: 'order-1-1', because: 'declined', evidence: 'x' } as unknown as NoMoneyMoved;
    expect(() => nextAttempt(plan, 1, alike)).toThrow('no proof');
    const proof = NoMoneyMoved.of(attemptWith({ status: 'not_sent', error }));
    if (proof === undefined) throw new Error('no proof');
    expect(() => nextAttempt({ ...plan, operation: 'order-2' }, 1, proof)).toThrow('no proof');
    expect(() => nextAttempt(plan, 2, proof)).toThrow('no proof');
    expect(nextAttempt(plan, 1, proof)).toMatchObject({ reference: 'order-1-2', proof: 'not_sent (order-1-1)' });
  });

  test.each<readonly [string, Finding]>([
    [
      'a decline',
      {
        status: 'declined',
        decline: { reason: 'unspecified', by: 'issuer', anotherProviderMayHelp: true, sameCard: 'later' },
        raw: {},
      },
    ],
    ['what was never sent', { status: 'not_sent', error }],
  ])('is proven by %s', (_what, finding) => {
    const proof = NoMoneyMoved.of(attemptWith(finding));
    expect(proof).toMatchObject({ attempt: 'order-1-1', because: finding.status, evidence: 'response-1' });
  });

  test.each<readonly [string, Finding | undefined]>([
    ['nothing', undefined],
    ['an approval', { status: 'approved', providerReference: 't', amount, raw: {} }],
    ['a pending transaction', { status: 'pending', providerReference: 't', reason: 'processing', raw: {} }],
    ['an unclear answer', { status: 'unknown', error }],
    ['one "not found"', { status: 'not_found' }],
    ['a question without an answer', { status: 'unanswered', error }],
  ])('is not proven by %s', (_what, finding) => {
    expect(NoMoneyMoved.of(attemptWith(finding))).toBeUndefined();
  });
});
