import type { CurrencyCode } from '@ducat/core';
import { Money } from '@ducat/core';
import type { BookedPayment } from './journal-book.ts';
import { netOf } from './journal-book.ts';
import type { SettlementLine } from './settlement.ts';

/** Something that the journal and a provider do not agree about, for a person to look at. */
export interface Difference {
  readonly provider: string;
  readonly reference: string;
  /** Who contradicts the journal: the money that moved, or the provider's answer when it is asked. */
  readonly source: 'settlement' | 'lookup';
  readonly journal: string;
  readonly provided: string;
}

/** Lays the journal beside the settlement reports, payment by payment. */
export function compareSettlement(
  booked: readonly BookedPayment[],
  lines: readonly SettlementLine[],
): readonly Difference[] {
  const settled = Map.groupBy(lines, (line) => nameOf(line));
  const known = new Map(booked.map((payment) => [nameOf(payment), payment]));
  return [...new Set([...known.keys(), ...settled.keys()])].flatMap((name) => {
    const payment = known.get(name);
    const moved = settled.get(name) ?? [];
    const { provider, reference } = payment ?? moved[0] ?? { provider: '', reference: '' };
    const currencies = new Set([...(payment === undefined ? [] : [payment.currency]), ...moved.map(currencyOf)]);
    return [...currencies].flatMap((currency) => {
      const expected = payment?.currency === currency ? netOf(payment.movements) : 0n;
      const found = netOf(moved.filter((line) => currencyOf(line) === currency));
      if (expected === found && payment !== undefined) return [];
      const journal = payment === undefined ? 'knows nothing of it' : `${decimal(expected, currency)} taken`;
      return [{ provider, reference, source: 'settlement', journal, provided: `${decimal(found, currency)} settled` }];
    });
  });
}

function nameOf({ provider, reference }: { readonly provider: string; readonly reference: string }): string {
  return JSON.stringify([provider, reference]);
}

function currencyOf({ amount }: SettlementLine): string {
  return amount.currency;
}

function decimal(minorUnits: bigint, currency: string): string {
  return Money.of(minorUnits, currency as CurrencyCode).toString();
}
