import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePrivateKey } from '@ducat/paycross/simulator';
import type { Town } from '../town/town.ts';
import { openTown } from '../town/town.ts';
import type { CaseResult, KillCase } from './kill-case.ts';
import { compileMerchant } from './compiled.ts';
import { Lane } from './lane.ts';

/** A case that could not be brought to its end: a process failed, or hangs. */
export interface FailedCase {
  readonly order: KillCase;
  readonly error: string;
}

/** Several merchants side by side, each with providers of its own. */
export interface Lanes {
  /** Runs the cases, as many at once as there are lanes; `done` may say that it is enough. */
  run(cases: readonly KillCase[], done: (result: CaseResult | FailedCase) => 'enough' | void): Promise<void>;
  /** The first lane's providers, for who brings processes of its own. */
  readonly town: Town;
  readonly folder: string;
  readonly program: string;
  close(): Promise<void>;
}

/** One more than there are processors: while one process waits for the disk, another one is started. */
export async function openLanes(count: number = availableParallelism() + 1): Promise<Lanes> {
  const folder = await mkdtemp(join(tmpdir(), 'ducat-kill-matrix-'));
  const program = await compileMerchant(join(folder, 'compiled'));
  const privateKey = generatePrivateKey();
  let number = 0;
  const nextNumber = (): number => (number += 1);
  const town = await openTown(privateKey);
  const towns = [town, ...(await Promise.all(Array.from({ length: count - 1 }, () => openTown(privateKey))))];
  const lanes = towns.map((each) => new Lane({ town: each, folder, program, nextNumber }));
  return {
    async run(cases, done) {
      const waiting = [...cases];
      const work = async (lane: Lane): Promise<void> => {
        for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
          if (done(await ended(lane, order)) === 'enough') waiting.length = 0;
        }
      };
      await Promise.all(lanes.map(work));
    },
    town,
    folder,
    program,
    async close() {
      for (const lane of lanes) lane.close();
      await Promise.all(towns.map((each) => each.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ended(lane: Lane, order: KillCase): Promise<CaseResult | FailedCase> {
  try {
    return await lane.run(order);
  } catch (error) {
    return { order, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
