import type { CurrencyCode } from '@ducat/core';
import type { RoutingFacts } from '../facts.ts';
import { readerOf } from './dimensions.ts';
import type { Range } from './ranges.ts';
import { cellOf, divideRanges } from './ranges.ts';
import type { CompiledRule } from './rule.ts';
import type { Tree } from './tree.ts';
import { noTrees } from './tree.ts';

/** A way to divide rules: into parts of which a request meets one, and those that say nothing in this respect. */
export interface Division {
  /** `currency`, `metadata.shop`, `bin`, `amount`. */
  readonly dimension: string;
  readonly parts: readonly Part[];
  readonly any: readonly CompiledRule[];
  /** Turns the parts' trees into the way from a request to its tree. */
  find(trees: readonly Tree[]): (facts: RoutingFacts) => readonly Tree[];
}

export interface Part {
  readonly rules: readonly CompiledRule[];
  /** Of the part of one currency: within it amounts can be compared. */
  readonly currency?: CurrencyCode;
}

/** By the values of a dimension. A rule that accepts several is in several parts. */
export function divideByValue(rules: readonly CompiledRule[], dimension: string): Division {
  const parts = new Map<string, CompiledRule[]>();
  const any: CompiledRule[] = [];
  for (const rule of rules) {
    const accepted = rule.criteria.values.get(dimension);
    if (accepted === undefined) any.push(rule);
    for (const value of new Set(accepted)) {
      const part = parts.get(value);
      if (part === undefined) parts.set(value, [rule]);
      else part.push(rule);
    }
  }
  const isCurrency = dimension === 'currency';
  return {
    dimension,
    parts: [...parts].map(([value, part]) =>
      isCurrency ? { rules: part, currency: value as CurrencyCode } : { rules: part },
    ),
    any,
    find(trees) {
      const read = readerOf(dimension);
      const byValue = new Map([...parts.keys()].map((value, index) => [value, trees.slice(index, index + 1)]));
      return (facts) => {
        const value = read(facts);
        if (value === undefined) return noTrees;
        if (typeof value === 'string') return byValue.get(value) ?? noTrees;
        return value.flatMap((each) => byValue.get(each) ?? noTrees);
      };
    },
  };
}

/** By the first six digits of the card. */
export function divideByBin(rules: readonly CompiledRule[]): Division {
  const rangesOf = ({ criteria }: CompiledRule): Range[] =>
    criteria.bins.map(({ from, to }) => ({ from: BigInt(from), below: BigInt(to) + 1n }));
  return divideByRange(rules, 'bin', rangesOf, ({ card }) => (card.bin === undefined ? undefined : BigInt(card.bin)));
}

/** By the amount, among rules of one currency. */
export function divideByAmount(rules: readonly CompiledRule[], currency: CurrencyCode): Division {
  const rangesOf = ({ criteria }: CompiledRule): Range[] =>
    criteria.amounts.filter((bounds) => bounds.currency === currency);
  return divideByRange(rules, 'amount', rangesOf, ({ amount }) => amount.minorUnits);
}

function divideByRange(
  rules: readonly CompiledRule[],
  dimension: 'bin' | 'amount',
  rangesOf: (rule: CompiledRule) => readonly Range[],
  read: (facts: RoutingFacts) => bigint | undefined,
): Division {
  const saysNothing = ({ criteria }: CompiledRule): boolean =>
    (dimension === 'bin' ? criteria.bins : criteria.amounts).length === 0;
  const any = rules.filter(saysNothing);
  const limited = rules.filter((rule) => !saysNothing(rule));
  const { starts, cells } = divideRanges(limited.map((rule) => ({ item: rule, ranges: rangesOf(rule) })));
  return {
    dimension,
    parts: cells.map((cell) => ({ rules: cell })),
    any,
    find(trees) {
      const each = trees.map((tree) => [tree]);
      return (facts) => {
        const value = read(facts);
        return value === undefined ? noTrees : (each[cellOf(starts, value)] ?? noTrees);
      };
    },
  };
}
