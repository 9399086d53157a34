import type { CurrencyCode } from '@ducat/core';
import { minorUnitsOf } from '../routes/amount.ts';
import type { BinRange } from '../routes/bin.ts';
import { binRangeOf } from '../routes/bin.ts';
import type { AmountRange, CustomerConditions, TextCondition, TimeWindow } from '../routes/conditions.ts';
import { listOf } from '../routes/one-or-more.ts';
import type { RoutingRule } from '../routes/routes.ts';
import type { Check } from './check.ts';
import { readerOf } from './dimensions.ts';
import { compileExpression } from './expression.ts';
import { compileTextTest, isTextTest } from './text-test.ts';
import { compileTimeWindow } from './time-window.ts';

/** Amounts of a currency in minor units; `undefined` is no bound. */
export interface AmountBounds {
  readonly currency: CurrencyCode;
  readonly from: bigint | undefined;
  readonly below: bigint | undefined;
}

/** The conditions of a rule in one form, for matching as well as for comparing rules. All of them have to fit. */
export interface Criteria {
  /** By dimension, the values of which one has to be there. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly bins: readonly BinRange[];
  readonly amounts: readonly AmountBounds[];
  readonly checks: readonly Check[];
}

export function criteriaOf({ if: conditions = {}, when }: RoutingRule): Criteria {
  const { amount, bin, customer, metadata, time, ...plain } = conditions;
  const values = new Map<string, readonly string[]>();
  const checks: Check[] = [];
  for (const [dimension, accepted] of Object.entries(plain)) {
    if (accepted !== undefined) values.set(dimension, listOf<string>(accepted));
  }
  for (const [dimension, condition] of textConditions(customer, metadata)) {
    if (isTextTest(condition)) checks.push(compileTextTest(dimension, readerOf(dimension), condition));
    else values.set(dimension, listOf<string>(condition));
  }
  const windows = listOf<TimeWindow>(time);
  if (windows.length > 0) checks.push(anyWindow(windows));
  if (when !== undefined) checks.push({ text: `when ${when.trim()}`, accepts: compileExpression(when) });
  const amounts = listOf<AmountRange>(amount).map(boundsOf);
  if (amounts.length > 0 && !values.has('currency')) {
    values.set('currency', [...new Set(amounts.map(({ currency }) => currency))]);
  }
  return {
    values,
    bins: listOf<string>(bin).map(binRangeOf),
    amounts,
    checks,
  };
}

function* textConditions(
  customer: CustomerConditions | undefined,
  metadata: Readonly<Record<string, TextCondition>> | undefined,
): Generator<readonly [dimension: string, condition: TextCondition]> {
  const { metadata: customerMetadata, ...fields } = customer ?? {};
  const groups = { 'customer.': fields, 'customer.metadata.': customerMetadata, 'metadata.': metadata };
  for (const [prefix, group] of Object.entries(groups)) {
    for (const [name, condition] of Object.entries(group ?? {})) {
      if (condition !== undefined) yield [prefix + name, condition];
    }
  }
}

function anyWindow(windows: readonly TimeWindow[]): Check {
  const compiled = windows.map(compileTimeWindow);
  return {
    text: `time ${JSON.stringify(windows)}`,
    accepts: ({ at }) => compiled.some((contains) => contains(at)),
  };
}

function boundsOf({ currency, from, below }: AmountRange): AmountBounds {
  return {
    currency,
    from: from === undefined ? undefined : minorUnitsOf(from, currency),
    below: below === undefined ? undefined : minorUnitsOf(below, currency),
  };
}
