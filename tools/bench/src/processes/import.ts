import type { ImportName } from '../measure/imports.ts';

/*
 * Imports one thing in a process that has nothing yet, and tells the milliseconds by the clock and of CPU time. This file imports nothing itself.
 */

const imports: Readonly<Record<ImportName, () => Promise<unknown>>> = {
  'undici + zod': () => Promise.all([import('undici'), import('zod')]),
  'core + adapter': () => Promise.all([import('@ducat/core'), import('@ducat/paycross')]),
  'core + adapter + engine + SQLite': () =>
    Promise.all([
      import('@ducat/core'),
      import('@ducat/paycross'),
      import('@ducat/payments'),
      import('@ducat/journal-sqlite'),
    ]),
  stripe: () => import('stripe'),
  adyen: () => import('@adyen/api-library'),
};

const began = performance.now();
const before = process.cpuUsage();
await imports[process.argv[2] as ImportName]();
const { user, system } = process.cpuUsage(before);
process.send?.({ wall: performance.now() - began, cpu: (user + system) / 1000 });
process.on('disconnect', () => process.exit());
