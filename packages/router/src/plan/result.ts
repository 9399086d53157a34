import type { Choice, Choose } from '../choose/choose.ts';
import { chosenBy } from '../choose/choose.ts';
import type { FeeTable } from '../choose/cost.ts';
import { chooseByCost } from '../choose/cost.ts';
import { chooseInOrder } from '../choose/in-order.ts';
import { chooseBySplit } from '../choose/split.ts';
import type { SuccessRates } from '../choose/success-rate.ts';
import { chooseBySuccessRate } from '../choose/success-rate.ts';
import type { RoutingFacts } from '../facts.ts';
import type { PlanLine } from '../plan.ts';
import type { RoutingRule, SuccessRateSettings } from '../routes/routes.ts';

/** What rules choose by. */
export interface Means {
  readonly ids: readonly string[];
  readonly rates: SuccessRates;
  readonly fees: FeeTable;
  readonly successRate: SuccessRateSettings | undefined;
}

/** What a rule does when it matches. `left` has a line for every provider that is left out; both add to it. */
export interface CompiledResult {
  choose(facts: RoutingFacts, free: readonly number[], left: (PlanLine | undefined)[]): readonly Choice[];
  exclude(left: (PlanLine | undefined)[]): void;
}

export function compileResult(rule: RoutingRule, means: Means): CompiledResult {
  const { ids } = means;
  const { name } = rule;
  const choose = chooseOf(rule, means);
  const follower = (provider: number): Choice => {
    return { provider, line: chosenBy(name, ids[provider] ?? '', 'after those that it names') };
  };
  const excluded = (rule.exclude ?? []).map((provider) => {
    const reason = `left out: excluded by rule "${name}"`;
    return { index: ids.indexOf(provider), line: Object.freeze({ provider, chosen: false, reason, rule: name }) };
  });
  return {
    choose(facts, free, left) {
      const choices = choose(facts, free);
      if (choices.length === free.length) return choices;
      const others = free.filter((provider) => !choices.some((choice) => choice.provider === provider));
      if (rule.others === 'follow') return [...choices, ...others.map(follower)];
      const reason = `left out: not named by rule "${name}"`;
      for (const provider of others)
        left[provider] = { provider: ids[provider] ?? '', chosen: false, reason, rule: name };
      return choices;
    },
    exclude(left) {
      for (const { index, line } of excluded) left[index] ??= line;
    },
  };
}

function chooseOf(rule: RoutingRule, { ids, rates, fees, successRate }: Means): Choose {
  const indexesOf = (named: readonly string[]): number[] => named.map((id) => ids.indexOf(id));
  if (rule.try !== undefined) return chooseInOrder(rule.name, indexesOf(rule.try), ids);
  if (rule.split !== undefined) {
    const shares = Object.entries(rule.split).map(([id, percent]) => ({ provider: ids.indexOf(id), percent }));
    return chooseBySplit(rule.name, shares, ids);
  }
  const among = indexesOf(rule.among ?? ids);
  return rule.prefer === 'cost'
    ? chooseByCost(rule.name, among, ids, fees)
    : chooseBySuccessRate(rule.name, among, ids, rates, successRate);
}
