import type { Journal } from '@ducat/core';
import type { JournalHarness } from '../harness.ts';
import type { JournalModel } from '../model/journal-model.ts';
import { referenceJournalHarness } from '../model/reference.ts';

/** A journal that is broken in one way, and the promise that has to notice. */
export interface JournalMutant {
  /** What it does wrong, as a sentence without a subject. */
  readonly name: string;
  /** The promise that it must not keep. */
  readonly promise: string;
  readonly harness: JournalHarness;
}

/** A journal whose inside is wrong: the model, changed. */
export function wrongInside(name: string, promise: string, make: () => JournalModel): JournalMutant {
  return { name, promise, harness: referenceJournalHarness().withModel(make) };
}

/** A journal that is right inside, and does not let it be seen: some methods of the port, changed. */
export function wrongOutside(
  name: string,
  promise: string,
  change: (journal: Journal, model: JournalModel) => Partial<Journal>,
): JournalMutant {
  const around = (journal: Journal, model: JournalModel): Journal => ({ ...journal, ...change(journal, model) });
  return { name, promise, harness: referenceJournalHarness().withOpening(around) };
}
