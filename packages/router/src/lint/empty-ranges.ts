import { minorUnitsOf } from '../routes/amount.ts';
import { binRangeOf } from '../routes/bin.ts';
import type { AmountRange, OneOrMore, TimeWindow } from '../routes/conditions.ts';
import type { Place } from '../routes/issues.ts';
import { listOf } from '../routes/one-or-more.ts';
import type { RoutingRule } from '../routes/routes.ts';
import type { Finding } from './finding.ts';

/** Ranges with nothing in them. */
export function emptyRanges({ if: conditions }: RoutingRule, place: Place): Finding[] {
  const found: Finding[] = [];
  const check = <Value>(
    field: string,
    given: OneOrMore<Value> | undefined,
    problem: (value: Value) => string,
  ): void => {
    for (const [index, value] of listOf(given).entries()) {
      const message = problem(value);
      const at = [...place, 'if', field, ...(Array.isArray(given) ? [index] : [])];
      if (message !== '') found.push({ severity: 'error', code: 'empty_range', place: at, message });
    }
  };
  check('amount', conditions?.amount, amountProblem);
  check('bin', conditions?.bin, binProblem);
  check('time', conditions?.time, timeProblem);
  return found;
}

function amountProblem({ currency, from, below }: AmountRange): string {
  const least = from === undefined ? undefined : minorUnitsOf(from, currency);
  const limit = below === undefined ? undefined : minorUnitsOf(below, currency);
  if (limit !== undefined && limit <= 0n) return 'is empty: no amount is below that';
  return least !== undefined && limit !== undefined && least >= limit ? 'is empty: from is not less than below' : '';
}

function binProblem(pattern: string): string {
  const { from, to } = binRangeOf(pattern);
  return from > to ? 'is empty: its first number is more than its last' : '';
}

function timeProblem({ from, to, since, until }: TimeWindow): string {
  if (from !== undefined && from === to) return 'is empty: from is the same as to';
  const isBackward = since !== undefined && until !== undefined && Date.parse(since) >= Date.parse(until);
  return isBackward ? 'is empty: since is not before until' : '';
}
