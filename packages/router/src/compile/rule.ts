import type { RoutingFacts } from '../facts.ts';
import type { RoutingRule } from '../routes/routes.ts';
import type { AmountBounds, Criteria } from './criteria.ts';
import { criteriaOf } from './criteria.ts';
import type { FactValue } from './dimensions.ts';
import { readerOf } from './dimensions.ts';

/** A rule that can be matched and indexed. */
export interface CompiledRule {
  /** Its place in the file: the lower one wins. */
  readonly index: number;
  readonly rule: RoutingRule;
  readonly criteria: Criteria;
  accepts(facts: RoutingFacts): boolean;
}

export function compileRule(rule: RoutingRule, index: number): CompiledRule {
  const criteria = criteriaOf(rule);
  const { bins, amounts, checks } = criteria;
  const values = [...criteria.values].map(([dimension, accepted]) => ({
    read: readerOf(dimension),
    accepted: new Set(accepted),
  }));
  return {
    index,
    rule,
    criteria,
    accepts(facts) {
      for (const { read, accepted } of values) if (!isAccepted(accepted, read(facts))) return false;
      if (bins.length > 0 && !isInBins(bins, facts.card.bin)) return false;
      if (amounts.length > 0 && !isWithin(amounts, facts)) return false;
      for (const check of checks) if (!check.accepts(facts)) return false;
      return true;
    },
  };
}

function isAccepted(accepted: ReadonlySet<string>, value: FactValue): boolean {
  if (value === undefined) return false;
  return typeof value === 'string' ? accepted.has(value) : value.some((each) => accepted.has(each));
}

function isInBins(bins: Criteria['bins'], bin: string | undefined): boolean {
  if (bin === undefined) return false;
  const digits = Number(bin);
  for (const { from, to } of bins) if (from <= digits && digits <= to) return true;
  return false;
}

function isWithin(amounts: readonly AmountBounds[], { currency, amount: { minorUnits } }: RoutingFacts): boolean {
  for (const bounds of amounts) {
    if (bounds.currency !== currency) continue;
    const { from, below } = bounds;
    if ((from === undefined || from <= minorUnits) && (below === undefined || minorUnits < below)) return true;
  }
  return false;
}
