import type { CurrencyCode } from '@ducat/core';
import type { Division, Part } from './division.ts';
import { divideByAmount, divideByBin, divideByValue } from './division.ts';
import type { CompiledRule } from './rule.ts';
import type { Leaf, Tree } from './tree.ts';

/** So few rules are looked at one by one: a further division would cost more than it saves. */
const fewRules = 8;
/** A division is worth it when a request meets less than this share of the rules after it. */
const worthwhile = 0.9;
/** How often a rule may stand in the tree on average; rules that accept long lists stand in many parts. */
const mostCopies = 32;

/** Divides the rules by what they are told apart by best, and the parts again. */
export function buildTree(rules: readonly CompiledRule[]): Tree {
  const budget = { copies: Math.max(rules.length * mostCopies, 1000) };
  return build(rules, new Set(), undefined, budget);
}

function build(
  rules: readonly CompiledRule[],
  used: ReadonlySet<string>,
  currency: CurrencyCode | undefined,
  budget: { copies: number },
): Tree {
  budget.copies -= rules.length;
  if (rules.length <= fewRules || budget.copies <= 0) return leafOf(rules);
  const best = bestDivision(rules, used, currency);
  if (best === undefined) return leafOf(rules);
  const usedNow = new Set(used).add(best.dimension);
  const trees = best.parts.map((part) => build(part.rules, usedNow, part.currency ?? currency, budget));
  return {
    kind: 'branch',
    first: firstOf(rules),
    below: best.find(trees),
    any: best.any.length === 0 ? undefined : build(best.any, usedNow, currency, budget),
  };
}

function bestDivision(
  rules: readonly CompiledRule[],
  used: ReadonlySet<string>,
  currency: CurrencyCode | undefined,
): Division | undefined {
  let best: Division | undefined;
  let leastMet = rules.length * worthwhile;
  for (const dimension of dimensionsOf(rules, currency)) {
    if (used.has(dimension)) continue;
    const division = divide(rules, dimension, currency);
    const met = division.any.length + (largest(division.parts) + average(division.parts)) / 2;
    if (met < leastMet) {
      best = division;
      leastMet = met;
    }
  }
  return best;
}

function divide(rules: readonly CompiledRule[], dimension: string, currency: CurrencyCode | undefined): Division {
  if (dimension === 'bin') return divideByBin(rules);
  if (dimension === 'amount' && currency !== undefined) return divideByAmount(rules, currency);
  return divideByValue(rules, dimension);
}

/** A dimension of which fewer rules say something cannot be worth a division: most rules would be met anyway. */
function dimensionsOf(rules: readonly CompiledRule[], currency: CurrencyCode | undefined): string[] {
  const counts = new Map<string, number>();
  const count = (dimension: string): void => {
    counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
  };
  for (const { criteria } of rules) {
    for (const dimension of criteria.values.keys()) count(dimension);
    if (criteria.bins.length > 0) count('bin');
    if (criteria.amounts.length > 0 && currency !== undefined) count('amount');
  }
  const least = rules.length * (1 - worthwhile);
  return [...counts].filter(([, number]) => number >= least).map(([dimension]) => dimension);
}

function largest(parts: readonly Part[]): number {
  return parts.reduce((most, { rules }) => Math.max(most, rules.length), 0);
}

/** Of the parts and of what is in none of them, where nothing is met. */
function average(parts: readonly Part[]): number {
  return parts.reduce((sum, { rules }) => sum + rules.length, 0) / (parts.length + 1);
}

function leafOf(rules: readonly CompiledRule[]): Leaf {
  const sorted = [...rules].sort((left, right) => left.index - right.index);
  return { kind: 'leaf', first: firstOf(rules), rules: sorted };
}

function firstOf(rules: readonly CompiledRule[]): number {
  return rules.reduce((least, { index }) => Math.min(least, index), Number.POSITIVE_INFINITY);
}
