import { bankMilliseconds } from './mood.ts';
import type { Changed } from './provider-town.ts';

/** What a bank has still to decide, and how it does. */
export interface SlowBank {
  readonly undecided: () => readonly string[];
  readonly approve: (id: string) => void;
}

/** Approves in a while what waits for the bank now, unless that is decided by then. */
export function approveLater({ undecided, approve }: SlowBank, changed: Changed): void {
  const waiting = new Set(undecided());
  setTimeout(() => {
    for (const id of undecided()) if (waiting.has(id)) approve(id);
    changed();
  }, bankMilliseconds).unref();
}
