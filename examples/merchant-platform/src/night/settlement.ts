import type { CurrencyCode } from '@ducat/core';
import { Money } from '@ducat/core';

/** A line of a provider's settlement report: money that the bank moved. */
export interface SettlementLine {
  readonly provider: string;
  /** The merchant's reference of the payment, as the provider was given it. */
  readonly reference: string;
  readonly operation: 'charge' | 'capture' | 'refund';
  readonly amount: Money;
}

/** A line as it travels: JSON has no integers of any size. */
export interface SettlementRecord extends Omit<SettlementLine, 'amount'> {
  readonly minorUnits: string;
  readonly currency: CurrencyCode;
}

/** The reports of both providers for one merchant. */
export async function fetchSettlement(url: string): Promise<readonly SettlementLine[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the settlement reports could not be fetched: ${response.status}`);
  const records = (await response.json()) as readonly SettlementRecord[];
  return records.map(({ minorUnits, currency, ...line }) => ({
    ...line,
    amount: Money.of(BigInt(minorUnits), currency),
  }));
}
