import type { Verdict } from './keep.ts';

/** A promise that an adapter does not keep, for a reason, for a while. */
export interface Deviation {
  /** The promise's name. */
  readonly promise: string;
  readonly reason: string;
  /** Where the matter is followed. */
  readonly link: string;
  /** ISO date after which it may no longer stand. */
  readonly until: string;
}

/** The error that a deviation itself is: it is over, or it is no longer needed. `undefined` when it may stand. */
export function objectionTo(deviation: Deviation, verdict: Verdict, today: Date): string | undefined {
  if (verdict.kind !== 'broken') return `the promise is ${verdict.kind.replace('_', ' ')}: take the deviation out`;
  const end = Date.parse(`${deviation.until}T23:59:59Z`);
  if (Number.isNaN(end)) return `its date ${deviation.until} is not one: write YYYY-MM-DD`;
  return end < today.getTime() ? `it was allowed until ${deviation.until}` : undefined;
}
