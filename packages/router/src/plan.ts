/** Why one provider was chosen or left out. */
export interface PlanLine {
  /** Id of the provider. */
  readonly provider: string;
  readonly chosen: boolean;
  /** For people: `chosen by rule "large in EUR"`, `left out: cannot authorize`. Never card data. */
  readonly reason: string;
  /** Name of the rule that decided, when one did. */
  readonly rule?: string;
}

/** Who is tried, in which order, and why. */
export interface Plan {
  /** Ids of providers, the first to be tried first. Empty when nobody can take it. */
  readonly candidates: readonly string[];
  /** One line for every provider: those that are tried in their order, then the others. */
  readonly lines: readonly PlanLine[];
}
