import { join } from 'node:path';
import { run } from './execute.ts';
import type { Folders } from './folder.ts';
import { write } from './folder.ts';
import type { Page } from './page.ts';
import { filesOf } from './program.ts';
import { root } from './repository.ts';

/** What the compiler says about the programs of all pages, each with its page and line. */
export async function checkTypes(pages: readonly Page[], folders: Folders): Promise<readonly string[]> {
  for (const page of pages) for (const file of filesOf(page)) write(folders.of(page), file);
  const compiler = join(root, 'node_modules/.bin/tsc');
  const { exitCode, output, errors } = await run(compiler, ['-p', '.', '--pretty', 'false'], folders.path);
  if (exitCode === 0) return [];
  const named = Array.from(
    output.matchAll(/^(\S+?\.md)\/(\S+)\((\d+),\d+\): (.*)$/gm),
    ([, folder = '', , line, text]) => {
      return `${folder.replaceAll('--', '/')}:${line} ${text}`;
    },
  );
  return named.length === 0 ? [output + errors] : named;
}
