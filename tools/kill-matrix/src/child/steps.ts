import { die } from './die.ts';
import type { Killer } from './killer.ts';
import { readyKiller } from './killer.ts';
import type { KillOrder, Step, StepKind } from './order.ts';

/** Counts what a process does beside computing, and kills it where it was told to. */
export class Steps {
  readonly #kill: KillOrder | undefined;
  readonly #killer: Killer | undefined;
  readonly #counts = new Map<StepKind, number>();
  readonly #taken: Step[] = [];
  phase: Step['phase'] = 'play';

  private constructor(kill: KillOrder | undefined, killer: Killer | undefined) {
    this.#kill = kill;
    this.#killer = killer;
  }

  static async ready(kill: KillOrder | undefined): Promise<Steps> {
    return new Steps(kill, kill?.moment === 'within' ? await readyKiller(kill) : undefined);
  }

  get taken(): readonly Step[] {
    return this.#taken;
  }

  async around<Result>(kind: StepKind, what: string, task: () => Promise<Result>): Promise<Result> {
    const number = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, number);
    const name = `${kind} ${number}`;
    const moment = this.#kill?.step === name ? this.#kill.moment : undefined;
    const { phase } = this;
    const began = performance.now();
    if (moment === 'before') die();
    if (moment === 'within') this.#killer?.start();
    try {
      return await task();
    } finally {
      if (moment === 'after') die();
      this.#taken.push({ name, kind, what, phase, microseconds: Math.round((performance.now() - began) * 1000) });
    }
  }
}
