import type { JournalPromise } from '../promise.ts';
import { appendPromises } from './append.ts';
import { closingPromises } from './closing.ts';
import { duePromises } from './due.ts';
import { historyPromises } from './history.ts';
import { namePromises } from './names.ts';
import { openingPromises } from './openings.ts';
import { outboxPromises } from './outbox.ts';
import { pagePromises } from './pages.ts';
import { randomPromises } from './random.ts';
import { refusalPromises } from './refusals.ts';

/** Every promise of the journal port, in the order of the report. */
export const journalPromises: readonly JournalPromise[] = [
  ...appendPromises,
  ...historyPromises,
  ...namePromises,
  ...duePromises,
  ...pagePromises,
  ...outboxPromises,
  ...refusalPromises,
  ...closingPromises,
  ...openingPromises,
  ...randomPromises,
];
