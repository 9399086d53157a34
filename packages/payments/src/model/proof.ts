import type { AttemptState } from '../reduce/state.ts';

/**
 * Proof that an attempt took no money and never will: what it needs to try another provider. It cannot be made by hand,
 * only found in what the journal has of the attempt.
 */
export class NoMoneyMoved {
  readonly #attempt: string;
  /** What proves it. */
  readonly because: 'not_sent' | 'declined' | 'not_found';
  /** Id of the evidence. */
  readonly evidence: string;

  private constructor(attempt: string, because: NoMoneyMoved['because'], evidence: string) {
    this.#attempt = attempt;
    this.because = because;
    this.evidence = evidence;
  }

  /** Reference of the attempt. */
  get attempt(): string {
    return this.#attempt;
  }

  /** The proof, when the journal has one. */
  static of({ status, begun, ground }: AttemptState): NoMoneyMoved | undefined {
    if (status !== 'not_sent' && status !== 'declined' && status !== 'not_found') return undefined;
    return ground === undefined ? undefined : new NoMoneyMoved(begun.reference, status, ground.id);
  }

  /** Whether it is a proof, and of this attempt: types are gone when the program runs. */
  static isOf(proof: unknown, reference: string): boolean {
    return typeof proof === 'object' && proof !== null && #attempt in proof && proof.#attempt === reference;
  }

  toString(): string {
    return `${this.because} (${this.#attempt})`;
  }
}
