import type { CurrencyCode } from '@ducat/core';
import { Money, currencyCodes, currencyExponent } from '@ducat/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectRefusal, expectStatus, expectUnknown } from './expectations.ts';
import { attempt, charge } from './requests.ts';
import { requestIn, scripted } from './scripted.ts';
import type { Scripted, ScriptedAnswer } from './scripted.ts';

/** Where the platform's two published tables disagree, from the facts; codes that ISO does not have are left out. */
const disputed: readonly CurrencyCode[] = [
  'CVE',
  'HUF',
  'IDR',
  'IQD',
  'IRR',
  'KPW',
  'LAK',
  'LBP',
  'MGA',
  'MMK',
  'MOP',
  'MRU',
  'UGX',
];
const agreed = currencyCodes.filter((code) => !disputed.includes(code));
const confirmed = Object.fromEntries(disputed.map((code) => [code, currencyExponent(code)]));
const largest = BigInt(Number.MAX_SAFE_INTEGER);

/** Answers a payment with the digits of amount and currency exactly as they were sent. */
const mirror: ScriptedAnswer = ({ body = '' }) => {
  const [, amount, currency] = /"amount":(\d+),"currency":"([A-Z]{3})"/.exec(body) ?? [];
  const { tracking_id } = JSON.parse(body).request as { tracking_id: string };
  const rest = `"uid":"one","status":"successful","type":"payment","tracking_id":"${tracking_id}"`;
  return { body: `{"transaction":{"amount":${amount},"currency":"${currency}",${rest}}}` };
};

const answering = (amount: unknown, currency: unknown = 'USD'): Scripted =>
  scripted((request) => ({
    body: `{"transaction":{"uid":"one","status":"successful","type":"payment","amount":${String(amount)},"currency":${JSON.stringify(currency)},"tracking_id":${JSON.stringify(requestIn(request)['tracking_id'])}}}`,
  }));

async function throughTheWire(world: Scripted, amount: Money): Promise<{ digits: string; back: Money }> {
  const outcome = expectStatus(await world.provider.charge(charge({ amount }), attempt()), 'approved');
  const [, digits = ''] =
    /^\{"request":\{"amount":(\d+),"currency":"[A-Z]{3}",/.exec(world.sent.at(-1)?.body ?? '') ?? [];
  return { digits, back: outcome.amount };
}

const anyAmount = fc.oneof(
  fc.bigInt({ min: 1n, max: 10_000n }),
  fc.bigInt({ min: 1n, max: largest }),
  fc.constant(largest),
);

describe('money on the wire', () => {
  it.each(agreed)('%s is the same integer of minor units in both directions', async (currency) => {
    const world = scripted(mirror);
    await fc.assert(
      fc.asyncProperty(anyAmount, async (minorUnits) => {
        const amount = Money.of(minorUnits, currency);
        const { digits, back } = await throughTheWire(world, amount);
        expect(digits).toBe(minorUnits.toString());
        expect(back.equals(amount)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it.each(disputed)('%s counts as the merchant confirmed it, in both directions', async (currency) => {
    await fc.assert(
      fc.asyncProperty(
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.integer({ min: 0, max: 4 }),
        async (whole, digitsOfPlatform) => {
          const world = scripted(mirror, { currencyExponents: { [currency]: digitsOfPlatform } });
          const amount = Money.parse(whole.toString(), currency);
          const { digits, back } = await throughTheWire(world, amount);
          expect(digits).toBe((whole * 10n ** BigInt(digitsOfPlatform)).toString());
          expect(back.equals(amount)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it.each(disputed)('%s is refused before sending until its digits are confirmed', async (currency) => {
    const world = scripted(mirror);
    const error = await expectRefusal(
      () => world.provider.charge(charge({ amount: Money.of(100n, currency) }), attempt()),
      'unsupported',
    );
    expect(error.message).toContain(`currencyExponents.${currency}`);
    expect(world.sent).toEqual([]);
  });

  it('in a finer unit than the platform has is refused before sending, never rounded', async () => {
    const world = scripted(mirror, { currencyExponents: { HUF: 0 } });
    await expectRefusal(
      () => world.provider.charge(charge({ amount: Money.of(101n, 'HUF') }), attempt()),
      'invalid_request',
    );
    expect(world.sent).toEqual([]);
    expect((await throughTheWire(world, Money.of(100n, 'HUF'))).digits).toBe('1');
  });

  it('that could not be read back exactly is refused before sending, also when it is the digits that make it too large', async () => {
    const world = scripted(mirror, { currencyExponents: { UGX: 2 } });
    for (const amount of [Money.of(largest + 1n, 'USD'), Money.of(largest, 'UGX')]) {
      await expectRefusal(() => world.provider.charge(charge({ amount }), attempt()), 'invalid_request');
    }
    expect(world.sent).toEqual([]);
  });

  it('counts in the limits only where its digits are known', () => {
    expect(scripted(mirror).provider.limits.currencies).toEqual(agreed);
    expect(scripted(mirror, { currencyExponents: confirmed }).provider.limits.currencies).toEqual(currencyCodes);
    expect(scripted(mirror, { currencyExponents: { HUF: 2 } }).provider.limits.currencies).toContain('HUF');
  });
});

describe('an answer about other money', () => {
  it.each<[string, unknown, unknown?]>([
    ['one unit more', 1001],
    ['one unit less', 999],
    ['a hundredth', 10],
    ['nothing', 0],
    ['another currency', 1000, 'EUR'],
  ])('(%s) contradicts: unknown, never a success', async (_what, amount, currency) => {
    const { provider } = answering(amount, currency);
    expectUnknown(await provider.charge(charge(), attempt()), 'contradicting_response');
  });

  it.each<[string, unknown, unknown?]>([
    ['a fraction', '10.5'],
    ['a string', '"1000"'],
    ['beyond 2^53', '9007199254740993'],
    ['an exponent beyond every double', '1e400'],
    ['less than nothing', '-1000'],
    ['true', 'true'],
    ['absent', 'null'],
    ['an unknown currency', 1000, 'ABC'],
    ['a currency in lower case', 1000, 'usd'],
    ['a currency that is a number', 1000, 840],
    ['a name from the prototype', 1000, 'constructor'],
  ])('(%s) cannot be understood: unknown, never a success', async (_what, amount, currency) => {
    const { provider } = answering(amount, currency);
    expectUnknown(await provider.charge(charge(), attempt()), 'unexpected_response');
  });
});
