export type { JournalHarness, JournalHome } from './harness.ts';
export { referenceJournalHarness } from './model/reference.ts';
export type { ReferenceJournalHarness } from './model/reference.ts';
export type { JournalGroup, JournalPromise } from './promise.ts';
export { journalPromises } from './promises/all.ts';
export type { JournalReportLine, JournalVerdict } from './run.ts';
export { journalContract, runJournalContract } from './run.ts';
