import type { CurrencyCode } from '@ducat/core';
import { Money } from '@ducat/core';
import type { Fee } from '@ducat/router';
import { createRouter } from '@ducat/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charge, mastercard, providers, routes } from './house.ts';

function linesFor(fees: readonly Fee[], amount: Money, rest: Parameters<typeof charge>[0] = {}): string[] {
  const rule = { name: 'cheap', prefer: 'cost' as const };
  const router = createRouter({ providers, routes: routes([rule], { fees }) });
  return router
    .plan(charge({ amount, ...rest }))
    .lines.map(({ provider, reason }) => `${provider} ${reason.split(': ')[1] ?? ''}`);
}

const eur = (amount: string): Money => Money.parse(amount, 'EUR');

describe('preferring by cost', () => {
  it('tries the lowest fee first, and tells the fee', () => {
    const fees: Fee[] = [
      { provider: 'alpha', percent: '2.9', currency: 'EUR', fixed: '0.30' },
      { provider: 'beta', percent: '1.4' },
      { provider: 'gamma', currency: 'EUR', fixed: '0.25' },
    ];
    expect(linesFor(fees, eur('10.00'))).toEqual([
      'beta costs 0.14 EUR',
      'gamma costs 0.25 EUR',
      'alpha costs 0.59 EUR',
    ]);
    expect(linesFor(fees, eur('100.00'))).toEqual([
      'gamma costs 0.25 EUR',
      'beta costs 1.40 EUR',
      'alpha costs 3.20 EUR',
    ]);
  });

  it('compares without rounding, however little the difference is', () => {
    const fees: Fee[] = [
      { provider: 'alpha', percent: '1.400001' },
      { provider: 'beta', percent: '1.4' },
    ];
    expect(linesFor(fees, eur('0.01'))).toEqual([
      'beta costs 0.00014 EUR',
      'alpha costs 0.0001400001 EUR',
      'gamma no fee is known',
    ]);
  });

  it('is the percentage of the amount and the fixed fee, exactly, in every currency', () => {
    const currency = fc.constantFrom<CurrencyCode>('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(
        currency,
        fc.bigInt(1n, 10n ** 18n),
        fc.nat(100_000_000),
        fc.nat(1_000_000),
        (code, units, percent, fixed) => {
          const rate = `${Math.floor(percent / 1e6)}.${String(percent % 1e6).padStart(6, '0')}`;
          const fees: Fee[] = [
            { provider: 'beta', currency: code, percent: rate, fixed: Money.of(BigInt(fixed), code).toDecimal() },
          ];
          const shown = /costs (\S+)/.exec(linesFor(fees, Money.of(units, code))[0] ?? '')?.[1] ?? '';
          const digits = { EUR: 2, JPY: 0, KWD: 3 }[code as 'EUR'];
          const [whole = '', fraction = ''] = shown.split('.');
          const scaled = BigInt(whole + fraction.padEnd(digits + 8, '0'));
          expect(scaled).toBe(units * BigInt(percent) + BigInt(fixed) * 10n ** 8n);
        },
      ),
    );
  });

  it('takes the row that says most of the payment: currency before brand', () => {
    const fees: Fee[] = [
      { provider: 'alpha', percent: '4' },
      { provider: 'alpha', brand: 'visa', percent: '3' },
      { provider: 'alpha', currency: 'EUR', percent: '2' },
      { provider: 'alpha', currency: 'EUR', brand: 'visa', percent: '1' },
    ];
    const byMastercard = { source: { kind: 'card' as const, card: mastercard } };
    expect(linesFor(fees, eur('100.00'))[0]).toBe('alpha costs 1.00 EUR');
    expect(linesFor(fees, eur('100.00'), byMastercard)[0]).toBe('alpha costs 2.00 EUR');
    expect(linesFor(fees, Money.parse('100.00', 'USD'))[0]).toBe('alpha costs 3.00 USD');
    expect(linesFor(fees, Money.parse('100.00', 'USD'), byMastercard)[0]).toBe('alpha costs 4.00 USD');
    expect(linesFor(fees, eur('100.00'), { source: { kind: 'hosted' } })[0]).toBe('alpha costs 2.00 EUR');
  });

  it('tries providers whose fee is not known last, in the order given', () => {
    expect(linesFor([{ provider: 'gamma', percent: '99' }], eur('1.00'))).toEqual([
      'gamma costs 0.99 EUR',
      'alpha no fee is known',
      'beta no fee is known',
    ]);
  });

  it('goes by the fees of the program, when it gives some, and not by those of the routes', () => {
    const rule = { name: 'cheap', prefer: 'cost' as const };
    const router = createRouter({
      providers,
      routes: routes([rule], { fees: [{ provider: 'alpha', percent: '1' }] }),
      fees: [{ provider: 'beta', percent: '2' }],
    });
    expect(router.plan(charge()).candidates).toEqual(['beta', 'alpha', 'gamma']);
  });
});
