import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';

/** One sentence of the story of a run. */
export interface Told {
  readonly at: number;
  /** The payment that it belongs to; empty for what concerns all. */
  readonly payment: string;
  readonly text: string;
  /** A fault, not an event of the payment itself. */
  readonly isFault: boolean;
}

/** Everything that happens in a run, as one hash, and as sentences where somebody will read them. */
export class Trace {
  readonly #hash: Hash = createHash('sha256');
  readonly #now: () => number;
  readonly #story: Told[] | undefined;
  #events = 0;

  constructor(now: () => number, keep: boolean) {
    this.#now = now;
    this.#story = keep ? [] : undefined;
  }

  get events(): number {
    return this.#events;
  }

  /** Whether somebody will read the story. */
  get isKept(): boolean {
    return this.#story !== undefined;
  }

  get story(): readonly Told[] {
    return this.#story ?? [];
  }

  tell(payment: string, text: string, isFault = false): void {
    this.note(payment, text);
    this.#story?.push({ at: this.#now(), payment, text, isFault });
  }

  /** A sentence about something that is in the trace already. */
  explain(payment: string, text: string): void {
    this.#story?.push({ at: this.#now(), payment, text, isFault: false });
  }

  /** Something that belongs to the trace and to no story. */
  note(payment: string, text: string): void {
    this.#events += 1;
    this.#hash.update(`${this.#now()} ${payment} ${text}\n`);
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
