import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/** A file of the journal's own, which it exports to nobody. */
const journalThread = '../../node_modules/@ducat/journal-sqlite/src/writing/worker.ts';

/**
 * The merchant's process in one file, made of the same sources: finding and reading some seven hundred of them is two
 * thirds of what starting a process costs, and one is started for every kill.
 */
export async function compileMerchant(folder: string): Promise<string> {
  const bundle = await rolldown({
    input: {
      merchant: fileURLToPath(new URL('../child/merchant.ts', import.meta.url)),
      // Threads are started from files beside the one that starts them.
      'killing-thread': fileURLToPath(new URL('../child/killing-thread.ts', import.meta.url)),
      worker: fileURLToPath(new URL(journalThread, import.meta.url)),
    },
    platform: 'node',
    external: /^node:/,
    resolve: { conditionNames: ['ducat-source', 'node', 'import', 'default'] },
    logLevel: 'silent',
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-shared.js' });
  await bundle.close();
  return join(folder, 'merchant.js');
}
