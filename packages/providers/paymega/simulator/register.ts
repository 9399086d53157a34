interface Registered {
  readonly id: string;
  readonly referenceId: string;
}

/** What the merchant's reference must be unique in. */
export class Register<Entry extends Registered> {
  readonly #byId = new Map<string, Entry>();
  readonly #byReference = new Map<string, Entry>();

  add(entry: Entry): void {
    this.#byId.set(entry.id, entry);
    this.#byReference.set(entry.referenceId, entry);
  }

  get(id: string): Entry | undefined {
    return this.#byId.get(id);
  }

  byReference(referenceId: string): Entry | undefined {
    return this.#byReference.get(referenceId);
  }

  /** Those with the reference, or all. */
  list(referenceId: string | undefined): readonly Entry[] {
    if (referenceId === undefined) return this.all;
    const found = this.#byReference.get(referenceId);
    return found === undefined ? [] : [found];
  }

  get all(): readonly Entry[] {
    return [...this.#byId.values()];
  }
}
