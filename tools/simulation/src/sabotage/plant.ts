import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Breakable, Variant } from './variant.ts';

const packages = new URL('../../../../packages/', import.meta.url);

/** The addresses of the broken packages' indices, and what removes them again. */
export interface Planted extends AsyncDisposable {
  readonly indices: ReadonlyMap<Breakable, string>;
}

/** Copies the sources of each package beside them, where its imports resolve, and breaks the copies. */
export async function plant({ name, patches }: Variant): Promise<Planted> {
  const indices = new Map<Breakable, string>();
  const folders: URL[] = [];
  for (const { package: owner = 'payments', file, find, replace } of patches) {
    const folder = new URL(`${owner}/.variants/${name.replaceAll(/[^a-z0-9]+/gi, '-')}/`, packages);
    if (!indices.has(owner)) {
      folders.push(folder);
      indices.set(owner, new URL('src/index.ts', folder).href);
      await rm(folder, { recursive: true, force: true });
      await cp(new URL(`${owner}/src/`, packages), new URL('src/', folder), { recursive: true });
    }
    const path = new URL(`src/${file}`, folder);
    const before = await readFile(path, 'utf8');
    const times = before.split(find).length - 1;
    if (times !== 1)
      throw new Error(`"${name}" has to change ${file} where it says "${find}", which is there ${times} times`);
    await writeFile(
      path,
      before.replace(find, () => replace),
    );
  }
  return {
    indices,
    async [Symbol.asyncDispose]() {
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
