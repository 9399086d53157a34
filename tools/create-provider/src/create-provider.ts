import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Complaint, readProviderName } from './provider-name.ts';
import type { ProviderName } from './provider-name.ts';
import { rename, renameManifest } from './rename.ts';

const template = fileURLToPath(new URL('../template', import.meta.url));
const generated = new Set(['node_modules', 'dist', '.turbo', 'coverage']);

/** What was made. */
export interface CreatedProvider {
  readonly name: ProviderName;
  /** From the root of the workspace: `packages/providers/acme`. */
  readonly folder: string;
}

/**
 * Makes the package of a new adapter in the workspace at this root.
 * @throws Complaint when the name cannot be used; nothing was made.
 */
export function createProvider(root: string, text: string): CreatedProvider {
  const name = readProviderName(text);
  const folder = `packages/providers/${name.kebab}`;
  const target = join(root, folder);
  if (existsSync(target)) throw new Complaint(`${folder} exists: choose another name, or delete the folder first`);
  const owner = packageNamed(root, `@ducat/${name.kebab}`);
  if (owner !== undefined) throw new Complaint(`@ducat/${name.kebab} is the package in ${owner}: choose another name`);
  try {
    for (const path of filesIn(template)) {
      const copy = join(target, path);
      const content = readFileSync(join(template, path), 'utf8');
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, path === 'package.json' ? renameManifest(content, name) : rename(content, name));
    }
    // A longer name moves line breaks.
    execFileSync(join(root, 'node_modules/.bin/oxfmt'), [folder], { cwd: root, stdio: 'pipe' });
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw error;
  }
  return { name, folder };
}

function filesIn(folder: string, within = ''): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = join(within, entry.name);
    if (entry.isDirectory()) return generated.has(entry.name) ? [] : filesIn(folder, path);
    return [path];
  });
}

function packageNamed(root: string, wanted: string): string | undefined {
  const manifests = globSync('{packages,examples,tools}/{*,*/*}/package.json', { cwd: root });
  const owner = manifests.find((path) => {
    const { name } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { name?: string };
    return name === wanted;
  });
  return owner === undefined ? undefined : dirname(owner);
}
