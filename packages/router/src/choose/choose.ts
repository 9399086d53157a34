import type { RoutingFacts } from '../facts.ts';
import type { PlanLine } from '../plan.ts';

/** A provider that is to be tried, with the line that says why. */
export interface Choice {
  /** Its place among the configured providers. */
  readonly provider: number;
  readonly line: PlanLine;
}

/** Orders some of the providers that may be tried. */
export type Choose = (facts: RoutingFacts, free: readonly number[]) => readonly Choice[];

/** The line of a provider that a rule chose. Frozen: plans share it. */
export function chosenBy(rule: string, provider: string, how: string): PlanLine {
  return Object.freeze({ provider, chosen: true, reason: `chosen by rule "${rule}": ${how}`, rule });
}
