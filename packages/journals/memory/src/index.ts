export { createMemoryJournal } from './memory-journal.ts';
