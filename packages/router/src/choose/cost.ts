import type { CurrencyCode } from '@ducat/core';
import { currencyExponent, formatDecimal, parseDecimal } from '@ducat/core';
import type { RoutingFacts } from '../facts.ts';
import type { Fee } from '../routes/routes.ts';
import type { Choice, Choose } from './choose.ts';
import { chosenBy } from './choose.ts';

/** Digits of a percentage after the point. */
const percentDigits = 6;
/** Digits of a cost beyond those of the currency: nothing is rounded, so that the lower one is the lower one. */
const costDigits = percentDigits + 2;
const costScale = 10n ** BigInt(costDigits);

/** What providers take, by provider, currency and brand. */
export interface FeeTable {
  /** In parts of minor units of the payment's currency; `undefined` when no row fits. */
  cost(provider: string, facts: RoutingFacts): bigint | undefined;
}

interface Row {
  readonly percent: bigint;
  readonly fixed: bigint;
}

export function createFeeTable(fees: readonly Fee[]): FeeTable {
  const rows = new Map<string, Row>();
  for (const { provider, currency, brand, percent, fixed } of fees) {
    rows.set(keyOf(provider, currency, brand), {
      percent: percent === undefined ? 0n : (parseDecimal(percent, percentDigits) ?? 0n),
      fixed:
        fixed === undefined || currency === undefined
          ? 0n
          : (parseDecimal(fixed, currencyExponent(currency)) ?? 0n) * costScale,
    });
  }
  return {
    cost(provider, { amount, currency, card }) {
      const row =
        (card.brand === undefined ? undefined : rows.get(keyOf(provider, currency, card.brand))) ??
        rows.get(keyOf(provider, currency)) ??
        (card.brand === undefined ? undefined : rows.get(keyOf(provider, undefined, card.brand))) ??
        rows.get(keyOf(provider));
      return row === undefined ? undefined : amount.minorUnits * row.percent + row.fixed;
    },
  };
}

/** Names the row of a fee; two fees with the same name would contradict each other. */
export function keyOf(provider: string, currency?: string, brand?: string): string {
  return `${currency ?? '*'} ${brand ?? '*'} ${provider}`;
}

/** The lowest cost first; equals, and after them providers of unknown cost, in the order given. */
export function chooseByCost(rule: string, among: readonly number[], ids: readonly string[], fees: FeeTable): Choose {
  return (facts, free) =>
    among
      .filter((provider) => free.includes(provider))
      .map((provider) => ({ provider, cost: fees.cost(ids[provider] ?? '', facts) }))
      .sort((left, right) => compare(left.cost, right.cost))
      .map(({ provider, cost }): Choice => {
        const how = cost === undefined ? 'no fee is known' : `costs ${shown(cost, facts.currency)}`;
        return { provider, line: chosenBy(rule, ids[provider] ?? '', how) };
      });
}

function compare(left: bigint | undefined, right: bigint | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return 1;
  return right === undefined || left < right ? -1 : 1;
}

/** All digits of the currency, and more where there is more. */
function shown(cost: bigint, currency: CurrencyCode): string {
  const exponent = currencyExponent(currency);
  const all = formatDecimal(cost, exponent + costDigits);
  const cut = /0*$/.exec(all.slice(-costDigits))?.[0].length ?? 0;
  return `${all.slice(0, all.length - cut).replace(/\.$/, '')} ${currency}`;
}
