/** Which payment a reference, a provider's id or a continuation belongs to, as the simulation knows it. */
export class Owners {
  readonly #byName = new Map<string, string>();

  /** References begin with the payment's key: `p12-c1-1` belongs to `p12`. */
  ofReference(reference: string): string {
    return /^[^-]+/.exec(reference)?.[0] ?? '';
  }

  learn(name: string, payment: string): void {
    this.#byName.set(name, payment);
  }

  of(name: string): string {
    return this.#byName.get(name) ?? '';
  }
}
