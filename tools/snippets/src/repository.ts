import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from './page.ts';
import { readPage } from './page.ts';

export const root: string = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

/** Where snippets stand. Facts about providers and decisions have none. */
const places = [
  '*.md',
  'docs/tutorial/**/*.md',
  'docs/how-to/**/*.md',
  'docs/reference/*.md',
  'packages/**/README.md',
  'examples/*/README.md',
  'tools/*/README.md',
];

const linkedPlaces = ['docs/decisions/*.md', 'docs/providers/*.md', 'examples/*/docs/*.md'];

/** The pages whose snippets are run. */
export function readPages(): readonly Page[] {
  return read(places);
}

/** All pages, those that have links only too. */
export function readLinkedPages(): readonly Page[] {
  return read([...places, ...linkedPlaces]);
}

function read(patterns: readonly string[]): readonly Page[] {
  const exclude = (path: string): boolean => /(^|\/)(node_modules|dist)(\/|$)/.test(path);
  return globSync([...patterns], { cwd: root, exclude })
    .toSorted()
    .map((path) => readPage(path, readFileSync(join(root, path), 'utf8')));
}

/** What is known of a package of this workspace. */
export interface WorkspacePackage {
  readonly name: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly packageManager?: string;
}

export function readManifest(path = 'package.json'): WorkspacePackage {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as WorkspacePackage;
}

export function readWorkspace(): readonly WorkspacePackage[] {
  const manifests = globSync(['{packages,examples,tools}/*/package.json', 'packages/*/*/package.json'], { cwd: root });
  return manifests.map(readManifest);
}
