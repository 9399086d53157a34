import { describe, expectTypeOf, test } from 'vitest';
import type {
  AttemptContext,
  CaptureRequest,
  CardToken,
  ChargeRequest,
  CurrencyCode,
  DeclineReason,
  Outcome,
  Port,
  Ports,
  Provider,
  Supporting,
} from '../src/index.ts';
import { Card, Money, ports, Secret, supports } from '../src/index.ts';
import { bareProvider } from './bare-provider.ts';

// The compiler makes these tests: `tsc -p .` reports an expected error that is not there. Nothing in here is called.
function compiles(..._snippets: readonly unknown[]): void {}

declare const charge: ChargeRequest;
declare const capture: CaptureRequest;
declare const context: AttemptContext;

describe('the compiler', () => {
  test('refuses to call a port until supports has found it', () => {
    compiles(async (provider: Provider) => {
      // @ts-expect-error -- the port may be absent
      await provider.capture(capture, context);
      if (supports(provider, 'capture')) {
        await provider.capture(capture, context);
        // @ts-expect-error -- another port is still not known to be there
        await provider.refund(capture, context);
      }
      if (supports(provider, 'charge', 'refund')) {
        expectTypeOf(provider).toExtend<Supporting<'charge' | 'refund'>>();
        await provider.charge(charge, context);
      }
    });
  });

  test('wants every port that Supporting names', () => {
    const port = (): Promise<never> => Promise.reject(new Error('unused'));
    const both: Supporting<'charge' | 'capture'> = { ...bareProvider, charge: port, capture: port };
    // @ts-expect-error -- capture is missing
    const onlyCharge: Supporting<'charge' | 'capture'> = { ...bareProvider, charge: port };
    // @ts-expect-error -- charge is missing
    const onlyCapture: Supporting<'charge' | 'capture'> = { ...bareProvider, capture: port };
    // @ts-expect-error -- an absent port is left out, not set to undefined
    const undefinedPort: Provider = { ...bareProvider, charge: undefined };
    compiles(both, onlyCharge, onlyCapture, undefinedPort);
    // @ts-expect-error -- there is no such port
    compiles((provider: Provider) => supports(provider, 'settle'));
  });

  test('knows ten ports by the names of their methods, and the list has no other', () => {
    expectTypeOf<Port>().toEqualTypeOf<keyof Ports>();
    expectTypeOf<Port>().toEqualTypeOf<
      | 'tokenize'
      | 'charge'
      | 'authorize'
      | 'capture'
      | 'void'
      | 'challenge'
      | 'refund'
      | 'payout'
      | 'lookup'
      | 'webhook'
    >();
    expectTypeOf(ports).toEqualTypeOf<readonly Port[]>();
  });

  test('takes a switch over the six outcomes for complete, and over five not', () => {
    const nothingLeft = (outcome: never): never => outcome;
    compiles((outcome: Outcome): string => {
      switch (outcome.status) {
        case 'approved':
          return outcome.amount.toString();
        case 'action_required':
          return outcome.continuation;
        case 'pending':
          return outcome.reason;
        case 'declined':
          return outcome.decline.reason;
        case 'not_sent':
        case 'unknown':
          return outcome.error.code;
        default:
          return nothingLeft(outcome);
      }
    });
    compiles((outcome: Exclude<Outcome, { status: 'unknown' }> | Outcome): unknown => {
      if (outcome.status !== 'unknown') return outcome;
      // @ts-expect-error -- an unknown outcome is left, and cannot be overlooked
      return nothingLeft(outcome);
    });
    expectTypeOf<Outcome['status']>().toEqualTypeOf<
      'approved' | 'action_required' | 'pending' | 'declined' | 'not_sent' | 'unknown'
    >();
  });

  test('gives an amount only to an approved outcome and an error only to one without an answer', () => {
    compiles((outcome: Outcome) => {
      // @ts-expect-error -- not before the status is known
      compiles(outcome.amount);
      // @ts-expect-error -- a decline is a result, not an error
      if (outcome.status === 'declined') compiles(outcome.error);
      // @ts-expect-error -- a decline has no amount
      if (outcome.status === 'declined') compiles(outcome.amount);
    });
  });

  test('makes no money of a number, of a currency nobody has, or of a look-alike', () => {
    compiles(
      // @ts-expect-error -- minor units are a bigint
      () => Money.of(10, 'USD'),
      // @ts-expect-error -- a decimal is a string
      () => Money.parse(10.5, 'USD'),
      // @ts-expect-error -- lower case is no currency
      () => Money.of(10n, 'usd'),
      // @ts-expect-error -- replaced by the euro
      () => Money.of(10n, 'BGN'),
      // @ts-expect-error -- any string might be anything
      (currency: string) => Money.of(10n, currency),
      // @ts-expect-error -- the constructor is private
      () => new Money(10n, 'USD'),
      // @ts-expect-error -- an object of the same fields is not checked
      (): Money => ({ minorUnits: 10n, currency: 'USD' }),
      // @ts-expect-error -- amounts do not change
      (money: Money) => (money.minorUnits = 2n),
    );
    expectTypeOf<Extract<'USD' | 'XCG' | 'VED' | 'XAU', CurrencyCode>>().toEqualTypeOf<'USD' | 'XCG' | 'VED'>();
  });

  test('gives no string where a secret is', () => {
    compiles((card: Card, token: CardToken) => {
      // @ts-expect-error -- the number is a Secret
      const number: string = card.number;
      // @ts-expect-error -- the token is a Secret
      const value: string = token.value;
      // @ts-expect-error -- a look-alike of a Secret holds nothing
      const fake: Secret = { toString: () => '', toJSON: () => '', equals: () => true };
      compiles(number, value, fake);
    });
    expectTypeOf(Secret).toBeConstructibleWith('key');
    expectTypeOf<ReturnType<typeof CardToken.fromStorage>>().toEqualTypeOf<CardToken>();
    expectTypeOf(Card).instance.not.toExtend<{ number: string }>();
  });

  test('knows decline reasons as a closed list', () => {
    // @ts-expect-error -- the providers' own words stay with the providers
    compiles((): DeclineReason => 'stolen_card_capture');
  });
});
