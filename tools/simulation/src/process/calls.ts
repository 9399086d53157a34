/** How often engines called the ports, for the bound on calls. */
export class Calls {
  readonly #sends = new Map<string, number>();
  readonly #lookups = new Map<string, number>();
  /** Lookups whose answers are not written down yet, by process and case. */
  readonly #unwritten = new Map<string, Map<string, number>>();
  #total = 0;

  /** By the attempt's reference. */
  get sends(): ReadonlyMap<string, number> {
    return this.#sends;
  }

  /** By case; without those whose answers nobody could write down. */
  get lookups(): ReadonlyMap<string, number> {
    return this.#lookups;
  }

  get total(): number {
    return this.#total;
  }

  sent(reference: string): void {
    this.#total += 1;
    add(this.#sends, reference, 1);
  }

  lookedUp(process: string, owner: string): void {
    this.#total += 1;
    add(this.#lookups, owner, 1);
    const own = this.#unwritten.get(process) ?? new Map<string, number>();
    this.#unwritten.set(process, own);
    add(own, owner, 1);
  }

  /** The process wrote to the case. */
  written(process: string, owner: string): void {
    this.#unwritten.get(process)?.delete(owner);
  }

  /** The journal failed the process when it was about the case. */
  failed(process: string, owner: string): void {
    add(this.#lookups, owner, -(this.#unwritten.get(process)?.get(owner) ?? 0));
    this.written(process, owner);
  }

  died(process: string): void {
    for (const owner of this.#unwritten.get(process)?.keys() ?? []) this.failed(process, owner);
  }
}

function add(counts: Map<string, number>, name: string, times: number): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}
