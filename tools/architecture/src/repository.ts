import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './source-file.ts';
import { readSourceFile } from './source-file.ts';

/** What a rule may read of a package.json. */
export interface Manifest {
  readonly [key: string]: unknown;
  readonly name?: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly sideEffects?: unknown;
  readonly engines?: { readonly node?: string };
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Package {
  /** Path from the repository's root, `packages/core`; empty for the root itself. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The files of the repository, read once. */
export interface Repository {
  /** Paths of all files from the root, with `/` between names. */
  readonly paths: readonly string[];
  readonly sources: readonly SourceFile[];
  readonly packages: readonly Package[];
}

/** Files by path; the text is needed only of package.json and of code. */
export type FileTree = Readonly<Record<string, string>>;

const read = ['packages', 'examples', 'tools'];
const generated = new Set(['node_modules', 'dist', '.turbo', 'coverage', '.variants']);

/** The tree of the repository at this root, without what tools generate. */
export function readTree(root: string): FileTree {
  const tree: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !generated.has(entry.name)) walk(path);
      if (entry.isFile()) tree[path] = isCode(path) || isManifest(path) ? readFileSync(join(root, path), 'utf8') : '';
    }
  };
  for (const folder of read) walk(folder);
  return tree;
}

export function repositoryOf(tree: FileTree): Repository {
  const entries = Object.entries(tree);
  return {
    paths: entries.map(([path]) => path),
    sources: entries.filter(([path]) => isCode(path)).map(([path, text]) => readSourceFile(path, text)),
    packages: entries
      .filter(([path]) => isManifest(path))
      .map(([path, text]) => ({
        folder: path.replace(/\/?package\.json$/, ''),
        manifest: JSON.parse(text) as Manifest,
      })),
  };
}

/** The innermost package that the path is in, or `undefined` when it belongs to the root. */
export function packageOf(repository: Repository, path: string): Package | undefined {
  const around = repository.packages.filter(({ folder }) => path.startsWith(`${folder}/`));
  return around.sort((left, right) => right.folder.length - left.folder.length)[0];
}

export function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

/** Tests answer to fewer rules: they may be long, and may import what they test with. */
export function isTest(path: string): boolean {
  return /(^|\/)test\/|\.test(-d)?\.ts$/.test(path);
}

function isManifest(path: string): boolean {
  return /(^|\/)package\.json$/.test(path);
}
