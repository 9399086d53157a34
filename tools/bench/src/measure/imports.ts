import type { Figure } from '../arithmetic/statistics.ts';
import { figureOf } from '../arithmetic/statistics.ts';
import { differenceOf } from '../arithmetic/ratios.ts';
import { startProcess } from '../conversation.ts';
import type { Settings } from './settings.ts';

export type ImportName = 'undici + zod' | 'core + adapter' | 'core + adapter + engine + SQLite' | 'stripe' | 'adyen';

/** How long an import takes. */
export interface Importing {
  readonly name: ImportName;
  readonly milliseconds: Figure;
  /** The same in CPU time, which does not count the waiting for others. */
  readonly cpu: Figure;
  /** How much more CPU time it takes than undici and zod. */
  readonly more: Figure;
}

interface Times {
  readonly wall: number[];
  readonly cpu: number[];
}

const names: readonly ImportName[] = [
  'undici + zod',
  'core + adapter',
  'core + adapter + engine + SQLite',
  'stripe',
  'adyen',
];

/** Each in fresh processes, by turns; the first turn, which finds nothing in the machine's memory, does not count. */
export async function measureImports({ imports }: Settings): Promise<readonly Importing[]> {
  const measured = new Map<ImportName, Times>(names.map((name) => [name, { wall: [], cpu: [] }]));
  for (let turn = 0; turn <= imports; turn += 1) {
    for (const name of names) {
      const importing = await startProcess('import', [name]);
      const { wall, cpu } = importing.ready as { wall: number; cpu: number };
      if (turn > 0) measured.get(name)?.wall.push(wall);
      if (turn > 0) measured.get(name)?.cpu.push(cpu);
      await importing.close();
    }
  }
  const baseline = measured.get('undici + zod')?.cpu ?? [];
  return Array.from(measured, ([name, { wall, cpu }]) => ({
    name,
    milliseconds: figureOf(wall),
    cpu: figureOf(cpu),
    more: differenceOf(cpu, baseline),
  }));
}
