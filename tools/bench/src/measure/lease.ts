import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../arithmetic/statistics.ts';
import { figureOf } from '../arithmetic/statistics.ts';
import { startProcess } from '../conversation.ts';
import type { Settings } from './settings.ts';

/** What recovery takes to find what is due. */
export interface Leasing {
  readonly journal: 'memory' | 'sqlite';
  readonly operations: number;
  /** Of one lease of 50 payments, written down and, at SQLite, synced. */
  readonly milliseconds: Figure;
}

export async function measureLease({ operations }: Settings): Promise<readonly Leasing[]> {
  return [await leaseIn('memory', operations), await leaseIn('sqlite', operations)];
}

async function leaseIn(journal: Leasing['journal'], operations: number): Promise<Leasing> {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-bench-lease-'));
  try {
    const leasing = await startProcess('lease', [journal, folder, String(operations)]);
    await leasing.close();
    return { journal, operations, milliseconds: figureOf(leasing.ready as number[]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
