import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Variant } from './variant.ts';

const engine = new URL('../../../../packages/payments/', import.meta.url);

/** Copies the engine's sources beside them, where its imports resolve, and breaks the copy. The path of its index. */
export async function plant({ name, patches }: Variant): Promise<string> {
  const folder = new URL(`.variants/${name.replaceAll(/[^a-z0-9]+/gi, '-')}/`, engine);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(new URL('src/', engine), new URL('src/', folder), { recursive: true });
  for (const { file, find, replace } of patches) {
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
  return fileURLToPath(new URL('src/index.ts', folder));
}
