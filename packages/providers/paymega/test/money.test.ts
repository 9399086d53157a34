import type { CurrencyCode } from '@ducat/core';
import { Money, currencyCodes, currencyExponent } from '@ducat/core';
import { parseExactJson, text } from '@ducat/simulator';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cards } from '../simulator/index.ts';
import { assertApproved, cardSource, openShop, order } from './shop.ts';

/** Amounts of at most fifteen digits in any currency: beyond that the platform's floating point would round. */
const anyMoney: fc.Arbitrary<Money> = fc
  .tuple(fc.constantFrom(...currencyCodes), fc.oneof(fc.bigInt(1n, 10_000n), fc.bigInt(1n, 999_999_999_999_999n)))
  .map(([currency, minorUnits]) => Money.of(minorUnits, currency));

const shop = openShop();
const { provider, transport, simulator, network } = shop;

/** The digits of an amount as they stand in the bytes, without going through a float. */
function digitsIn(body: string, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], parseExactJson(body));
  return typeof found === 'string' ? found : (found as { text: string }).text;
}

function minorUnitsOf(digits: string, currency: CurrencyCode): bigint {
  const [whole = '', fraction = ''] = digits.split('.');
  return BigInt(whole + fraction.padEnd(currencyExponent(currency), '0'));
}

function lastPost(path: RegExp): string {
  return transport.requests.findLast((request) => request.method === 'POST' && path.test(request.path))?.body ?? '';
}

describe('an amount', () => {
  test('of any currency arrives and comes back exactly, in payments and holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyMoney, fc.boolean(), async (amount, isHold) => {
        const { reference } = shop.attempt();
        const outcome = await provider[isHold ? 'authorize' : 'charge'](order({ amount }), { reference });
        assertApproved(outcome);
        expect(outcome.amount.equals(amount)).toBe(true);
        expect(
          minorUnitsOf(digitsIn(lastPost(/payment-invoices$/), 'data', 'attributes', 'amount'), amount.currency),
        ).toBe(amount.minorUnits);
        expect(simulator.bank.entries.at(-1)).toMatchObject({
          reference,
          amount: amount.minorUnits,
          currency: amount.currency,
        });
        const found = await provider.lookup({ operation: isHold ? 'authorize' : 'charge', reference });
        expect(found.status === 'found' && found.transactions[0].amount?.equals(amount)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('of any currency is captured, refunded and paid out exactly, also in parts', async () => {
    const parts = fc.tuple(anyMoney, fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(parts, async ([amount, share]) => {
        const percent = BigInt(Math.floor(share * 100));
        const part = Money.of((amount.minorUnits * percent) / 100n || amount.minorUnits, amount.currency);
        const held = await provider.authorize({ ...order({ amount }), partialCapture: true }, shop.attempt());
        assertApproved(held);
        const authorization = held.providerReference;
        const captured = await provider.capture({ authorization, amount: part }, shop.attempt());
        expect(captured).toMatchObject({ status: 'approved', amount: part });
        const body = lastPost(/capture$/);
        expect(body).toMatch(/"amount":"[\d.]+"/);
        expect(minorUnitsOf(digitsIn(body, 'data', 'attributes', 'amount'), amount.currency)).toBe(part.minorUnits);
        const refunded = await provider.refund({ payment: authorization, amount: part, reason: 'x' }, shop.attempt());
        expect(refunded).toMatchObject({ status: 'approved', amount: part });
        expect(simulator.bank.entries.at(-1)).toMatchObject({ kind: 'refund', amount: part.minorUnits });
        const paid = await provider.payout(
          { amount, description: 'x', destination: cardSource(cards.approved) },
          shop.attempt(),
        );
        expect(paid).toMatchObject({ status: 'approved', amount });
        expect(simulator.bank.entries.at(-1)).toMatchObject({ kind: 'payout', amount: amount.minorUnits });
      }),
      { numRuns: 100 },
    );
  });

  test('stands as a bare number in an invoice and as a string in a capture, without needless zeros', async () => {
    const amount = Money.parse('100.50', 'USD');
    const held = await provider.authorize(order({ amount }), shop.attempt());
    assertApproved(held);
    expect(lastPost(/payment-invoices$/)).toContain('"amount":100.5,');
    await provider.capture({ authorization: held.providerReference, amount }, shop.attempt());
    expect(lastPost(/capture$/)).toContain('"amount":"100.5"');
  });

  const shown: readonly (readonly [written: string, currency: CurrencyCode, minorUnits: bigint | undefined])[] = [
    ['100', 'USD', 10_000n],
    ['"100"', 'USD', 10_000n],
    ['100.5', 'USD', 10_050n],
    ['"100.50"', 'USD', 10_050n],
    ['"100.500"', 'USD', 10_050n],
    ['0.29', 'USD', 29n],
    ['1.15', 'USD', 115n],
    ['9999999999999.99', 'USD', 999_999_999_999_999n],
    ['"99999999999999999999.99"', 'USD', 9_999_999_999_999_999_999_999n],
    ['500', 'JPY', 500n],
    ['"500.00"', 'JPY', 500n],
    ['0.125', 'KWD', 125n],
    ['500.5', 'JPY', undefined],
    ['100.505', 'USD', undefined],
    ['"1,000.00"', 'USD', undefined],
    ['"1e3"', 'USD', undefined],
    ['1e21', 'USD', undefined],
    ['90071992547409.93', 'USD', undefined],
    ['"0x10"', 'USD', undefined],
    ['""', 'USD', undefined],
    ['true', 'USD', undefined],
  ];
  for (const [written, currency, minorUnits] of shown) {
    test(`written as ${written} ${currency} is ${minorUnits === undefined ? 'not understood' : `${minorUnits} minor units`}`, async () => {
      const attributes = `"status":"processed","currency":"${currency}","amount":${written},"reference_id":"r"`;
      const body = Buffer.from(`{"data":{"id":"cpi_1","attributes":{${attributes}}}}`);
      simulator.controls.disturb({
        surface: 'api',
        method: 'GET',
        when: 'before',
        fault: { kind: 'respond', response: { status: 200, headers: {}, body } },
      });
      const result = await provider.lookup({ operation: 'charge', providerReference: 'cpi_1' });
      expect(result).toMatchObject(
        minorUnits === undefined
          ? { status: 'failed', error: { code: 'unexpected_response' } }
          : { transactions: [{ amount: Money.of(minorUnits, currency) }] },
      );
    });
  }

  test('that the platform keeps is read back from its own bytes, so the test above sees what a bank would', async () => {
    await provider.charge(order({ amount: Money.parse('0.29', 'USD') }), shop.attempt('own-bytes'));
    const headers = { authorization: transport.requests[0]?.headers['authorization'] ?? '' };
    const path = 'https://api.paymega.test/payment-invoices?filter%5Breference_id%5D=own-bytes';
    const { body } = await network.send(path, { method: 'GET', headers, body: new Uint8Array() });
    expect(text(body)).toContain('"amount":0.29,');
  });
});
