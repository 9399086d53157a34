import { appendMutants } from './append.ts';
import { closingMutants } from './closing.ts';
import { dueMutants } from './due.ts';
import { historyMutants } from './history.ts';
import type { JournalMutant } from './mutant.ts';
import { nameMutants } from './names.ts';
import { openingMutants } from './openings.ts';
import { outboxMutants } from './outbox.ts';
import { pageMutants } from './pages.ts';
import { randomMutants } from './random.ts';
import { refusalMutants } from './refusals.ts';

/** Every broken journal, in the order of the promises. */
export const journalMutants: readonly JournalMutant[] = [
  ...appendMutants,
  ...historyMutants,
  ...nameMutants,
  ...dueMutants,
  ...pageMutants,
  ...outboxMutants,
  ...refusalMutants,
  ...closingMutants,
  ...openingMutants,
  ...randomMutants,
];
