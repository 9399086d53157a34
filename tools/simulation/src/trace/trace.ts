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

/** So many characters are hashed at once: hashing line by line would cost as much as a payment's events. */
const enoughToHash = 32_768;

/** Everything that happens in a run, as one hash, and as sentences where somebody will read them. */
export class Trace {
  readonly #hash: Hash = createHash('sha256');
  readonly #now: () => number;
  readonly #story: Told[] | undefined;
  #events = 0;
  #unhashed = '';

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
    this.#unhashed += `${this.#now()} ${payment} ${text}\n`;
    if (this.#unhashed.length >= enoughToHash) this.#flush();
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#unhashed);
    this.#unhashed = '';
  }
}
