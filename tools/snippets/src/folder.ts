import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from './page.ts';
import type { PageFile } from './program.ts';
import { filesOf } from './program.ts';
import { root } from './repository.ts';

/** The how-tos go on in the folder that a reader has after this page. */
const tutorial = 'docs/tutorial/README.md';

/** A folder of its own for every page, as its reader has it: outside of the repository, with the packages installed. */
export interface Folders {
  readonly path: string;
  /** The folder of a page. */
  of(page: Page): string;
  remove(): void;
}

const configuration = {
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: {
    noEmit: true,
    isolatedDeclarations: false,
    declaration: false,
    customConditions: ['ducat-source'],
  },
  include: ['*/**/*.ts'],
  exclude: ['node_modules'],
};

/** Lays out the pages. Their own files are written when they come to them; those of the tutorial are there before. */
export function layOut(pages: readonly Page[]): Folders {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'ducat-snippets-')));
  const of = (page: Page): string => join(path, page.path.replaceAll('/', '--'));
  symlinkSync(join(root, 'tools/snippets/node_modules'), join(path, 'node_modules'));
  writeFileSync(join(path, 'tsconfig.json'), JSON.stringify(configuration));
  const taught = pages.filter((page) => page.path === tutorial).flatMap((page) => [...filesOf(page)]);
  for (const page of pages) {
    mkdirSync(of(page));
    write(of(page), { name: 'package.json', text: '{ "type": "module" }' });
    if (page.path.startsWith('docs/how-to/')) for (const file of taught) write(of(page), file);
  }
  return { path, of, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function write(folder: string, { name, text }: PageFile): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
