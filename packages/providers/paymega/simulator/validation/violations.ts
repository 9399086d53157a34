import { ApiRefusal } from '../http/refusal.ts';

interface Violation {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** Collects everything wrong with one request; the known texts are worded like Symfony's validator. */
export class Violations {
  readonly #found: Violation[] = [];

  add(pointer: string, code: string, detail: string): void {
    this.#found.push({ pointer, code, detail });
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  refuseIfAny(): void {
    if (!this.any) return;
    throw new ApiRefusal(
      422,
      this.#found.map(({ pointer, code, detail }) => ({
        status: '422',
        code,
        title: 'Unprocessable Entity',
        detail,
        source: { pointer },
      })),
    );
  }
}
