import { journalContract, referenceJournalHarness } from '@ducat/contract/journal';
import { describe, test } from 'vitest';

journalContract(referenceJournalHarness(), { describe, test });
