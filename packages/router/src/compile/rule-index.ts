import type { RoutingFacts } from '../facts.ts';
import { buildTree } from './build-tree.ts';
import type { Tree } from './tree.ts';
import type { CompiledRule } from './rule.ts';

/** Rules that are found without looking at all of them. */
export interface RuleIndex {
  /** The matching rule that stands first. */
  first(facts: RoutingFacts): CompiledRule | undefined;
  /** All matching rules, in their order. */
  all(facts: RoutingFacts): readonly CompiledRule[];
}

const none: readonly CompiledRule[] = [];

export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const tree = buildTree(rules);
  return {
    first: (facts) => firstIn(tree, facts, undefined),
    all(facts) {
      if (rules.length === 0) return none;
      const found = new Set<CompiledRule>();
      collect(tree, facts, found);
      return [...found].sort((left, right) => left.index - right.index);
    },
  };
}

function firstIn(tree: Tree, facts: RoutingFacts, best: CompiledRule | undefined): CompiledRule | undefined {
  if (best !== undefined && tree.first >= best.index) return best;
  if (tree.kind === 'leaf') {
    for (const rule of tree.rules) {
      if (best !== undefined && rule.index >= best.index) return best;
      if (rule.accepts(facts)) return rule;
    }
    return best;
  }
  let found = best;
  for (const child of tree.below(facts)) found = firstIn(child, facts, found);
  return tree.any === undefined ? found : firstIn(tree.any, facts, found);
}

function collect(tree: Tree, facts: RoutingFacts, found: Set<CompiledRule>): void {
  if (tree.kind === 'leaf') {
    for (const rule of tree.rules) if (rule.accepts(facts)) found.add(rule);
    return;
  }
  for (const child of tree.below(facts)) collect(child, facts, found);
  if (tree.any !== undefined) collect(tree.any, facts, found);
}
