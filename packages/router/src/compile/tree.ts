import type { RoutingFacts } from '../facts.ts';
import type { CompiledRule } from './rule.ts';

/** Rules that are looked at one by one, in their order. */
export interface Leaf {
  readonly kind: 'leaf';
  /** The lowest index in it. */
  readonly first: number;
  readonly rules: readonly CompiledRule[];
}

/** Rules divided by one respect of a request. */
interface Branch {
  readonly kind: 'branch';
  readonly first: number;
  /** Where a request's rules are that say something in this respect. */
  below(facts: RoutingFacts): readonly Tree[];
  /** The rules that say nothing in it. */
  readonly any: Tree | undefined;
}

/** Rules, so arranged that a request meets few that do not match. */
export type Tree = Leaf | Branch;

export const noTrees: readonly Tree[] = [];
