import type { RoutingFacts } from '../facts.ts';

/** A condition that no index helps with. Two with the same text are the same. */
export interface Check {
  readonly text: string;
  accepts(facts: RoutingFacts): boolean;
}
