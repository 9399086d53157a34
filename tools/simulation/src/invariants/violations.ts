/** What has to hold after every run, by its number. */
export const invariants = {
  1: 'at most one successful, unreversed charge per operation',
  2: 'a success at the provider is in the journal',
  3: 'a success in the journal exists at the provider',
  4: 'nothing stays open unless a person was asked and told',
  5: 'the journal and the banks agree to the minor unit',
  6: 'the journal is append-only and monotone, and every state names its cause',
  7: 'a result never contradicts an earlier final one',
  8: 'a forged or mismatching webhook changes nothing and is recorded, a true one is taken',
  9: 'no card data in any stored byte',
  10: 'calls are bounded',
  11: 'every call ends with a result or a reason, and what is forbidden with a refusal',
} as const;

export type InvariantNumber = keyof typeof invariants;

export interface Violation {
  readonly invariant: InvariantNumber;
  readonly payment: string;
  readonly what: string;
}

/** What was found broken in a run. */
export class Violations {
  readonly #found: Violation[] = [];

  get all(): readonly Violation[] {
    return this.#found;
  }

  add(invariant: InvariantNumber, payment: string, what: string): void {
    if (this.#found.length < 1000) this.#found.push({ invariant, payment, what });
  }
}
