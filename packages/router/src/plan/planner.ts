import type { ProviderCapabilities } from '../capabilities.ts';
import type { Choice } from '../choose/choose.ts';
import { createCircuits } from '../choose/circuit.ts';
import { createFeeTable } from '../choose/cost.ts';
import { createSuccessRates } from '../choose/success-rate.ts';
import { compileRule } from '../compile/rule.ts';
import { indexRules } from '../compile/rule-index.ts';
import type { RoutingFacts } from '../facts.ts';
import type { Plan, PlanLine } from '../plan.ts';
import type { AttemptResult } from '../router.ts';
import type { Fee, Routes } from '../routes/routes.ts';
import { arrangeByCircuits } from './arrange.ts';
import { compileCapability } from './capability.ts';
import { compileResult } from './result.ts';
import { issuedElsewhere, issuedHere } from './provenance.ts';

/** What a planner is made of. The routes have been checked. */
export interface PlannerSettings {
  readonly providers: readonly ProviderCapabilities[];
  readonly routes: Routes | undefined;
  readonly fees: readonly Fee[];
}

/** Plans from facts with all that is known of the card. */
export interface Planner {
  plan(facts: RoutingFacts): Plan;
  record(facts: RoutingFacts, result: AttemptResult): void;
  isOpen(provider: string, at: number): boolean;
}

export function createPlanner({ providers, routes, fees }: PlannerSettings): Planner {
  const ids = providers.map(({ id }) => id);
  const incapable = providers.map(compileCapability);
  const circuits = routes?.circuit === false ? undefined : createCircuits(ids.length, routes?.circuit);
  const rates = createSuccessRates(routes?.successRate);
  const means = { ids, rates, fees: createFeeTable(fees), successRate: routes?.successRate };
  const rules = (routes?.rules ?? []).map(compileRule);
  const results = rules.map(({ rule }) => compileResult(rule, means));
  const exclusions = indexRules(rules.filter(({ rule }) => rule.exclude !== undefined));
  const choosing = indexRules(rules.filter(({ rule }) => rule.exclude === undefined));
  const inOrder = ids.map((provider): PlanLine => {
    const reason = `${rules.length === 0 ? '' : 'no rule matches: '}in the order given`;
    return Object.freeze({ provider, chosen: true, reason });
  });

  const choose = (facts: RoutingFacts, left: (PlanLine | undefined)[]): readonly Choice[] => {
    const free: number[] = [];
    for (const [provider, line] of left.entries()) if (line === undefined) free.push(provider);
    if (facts.bindings.length > 0) {
      const reason = issuedHere(facts.bindings);
      return free.map((provider) => ({ provider, line: { provider: ids[provider] ?? '', chosen: true, reason } }));
    }
    const rule = free.length === 0 ? undefined : choosing.first(facts);
    if (rule !== undefined) return results[rule.index]?.choose(facts, free, left) ?? [];
    return free.flatMap((provider) => inOrder.slice(provider, provider + 1).map((line) => ({ provider, line })));
  };

  return {
    plan(facts) {
      const left = ids.map((provider, index): PlanLine | undefined => {
        const reason = issuedElsewhere(provider, facts.bindings) ?? incapable[index]?.(facts);
        return reason === undefined ? undefined : { provider, chosen: false, reason };
      });
      for (const { index } of exclusions.all(facts)) results[index]?.exclude(left);
      const choices = choose(facts, left);
      const arranged =
        circuits === undefined ? choices : arrangeByCircuits(choices, facts, left, circuits, routes?.circuit);
      return {
        candidates: arranged.map(({ line }) => line.provider),
        lines: [...arranged.map(({ line }) => line), ...left.filter((line) => line !== undefined)],
      };
    },
    record(facts, result) {
      const provider = ids.indexOf(result.provider);
      if (provider === -1) return;
      circuits?.record(provider, result);
      rates.record(provider, facts, result);
    },
    isOpen: (provider, at) => circuits?.stateOf(ids.indexOf(provider), at) === 'open',
  };
}
