import type { JournalStage } from './stage.ts';

/** The groups of promises, in the order of the report. */
export type JournalGroup =
  | 'append'
  | 'history'
  | 'names'
  | 'due'
  | 'pages'
  | 'outbox'
  | 'refusals'
  | 'closing'
  | 'openings'
  | 'random';

/** One promise of the journal port. */
export interface JournalPromise {
  readonly group: JournalGroup;
  /** In plain words; it is the test's name and the report's line. */
  readonly name: string;
  /** Whether it is about the same journal opened a second time, or again. */
  readonly opensAgain: boolean;
  /** Throws an assertion error when the promise is broken. */
  keep(stage: JournalStage): Promise<void>;
}

/** Makes the promises of one group. */
export function inGroup(
  group: JournalGroup,
  { opensAgain = false }: { readonly opensAgain?: boolean } = {},
): (name: string, keep: JournalPromise['keep']) => JournalPromise {
  return (name, keep) => ({ group, name, opensAgain, keep });
}
