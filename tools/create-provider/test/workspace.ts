import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

const rootFiles = [
  'package.json',
  'pnpm-workspace.yaml',
  '.pnpmfile.mjs',
  'vitest.config.ts',
  'tsconfig.base.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.oxfmtrc.json',
  'ARCHITECTURE.md',
];

/** What an adapter is built, tested and checked with. */
const packages = [
  'packages/core',
  'packages/validation',
  'packages/adapter-kit',
  'packages/testing/simulator',
  'packages/testing/contract',
  'tools/architecture',
  'tools/create-provider',
  'tools/create-provider/template',
  'tools/packages',
];

/** Packages in the order in which they are built. */
export const dependencies: readonly string[] = [
  'packages/core',
  'packages/validation',
  'packages/adapter-kit',
  'packages/testing/simulator',
];

/**
 * A copy of as much of this workspace as an adapter needs, outside of it: nothing that runs at the same time sees what is
 * made there, and it needs no installation.
 */
export function copyWorkspace(): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'ducat-new-provider-')));
  for (const file of rootFiles) cpSync(join(root, file), join(copy, file));
  for (const folder of packages) {
    cpSync(join(root, folder), join(copy, folder), { recursive: true, filter: isSource });
  }
  mkdirSync(join(copy, 'examples'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const folder of packages) link(copy, folder, folder);
  return copy;
}

/** Links what the package at `folder` depends on, as the installed package at `like` has it. */
export function link(copy: string, folder: string, like: string): void {
  const from = join(root, like, 'node_modules');
  for (const name of installed(from)) {
    const target = realpathSync(join(from, name));
    const place = relative(root, target);
    const isOurs = packages.includes(place);
    const linked = join(copy, folder, 'node_modules', name);
    mkdirSync(dirname(linked), { recursive: true });
    symlinkSync(isOurs ? join(copy, place) : target, linked);
  }
}

export function remove(copy: string): void {
  rmSync(copy, { recursive: true, force: true });
}

function isSource(path: string): boolean {
  return !['node_modules', 'dist', '.turbo'].includes(basename(path)) && !/packages\/.*\/test$/.test(path);
}

function installed(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name],
  );
}
