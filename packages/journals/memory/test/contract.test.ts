import { journalContract } from '@ducat/contract/journal';
import { createMemoryJournal } from '@ducat/journal-memory';
import { describe, test } from 'vitest';

journalContract(
  { opensAgain: false, create: () => ({ open: createMemoryJournal, remove: () => undefined }) },
  { describe, test },
);
