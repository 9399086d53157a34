import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalContract } from '@ducat/contract/journal';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { describe, test } from 'vitest';

journalContract(
  {
    opensAgain: true,
    create: () => {
      const folder = mkdtempSync(join(tmpdir(), 'ducat-journal-'));
      return {
        open: () => createSqliteJournal({ file: join(folder, 'journal.db') }),
        remove: () => rmSync(folder, { recursive: true }),
      };
    },
  },
  { describe, test },
);
