import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { copyWorkspace, link, remove, root } from './workspace.ts';

const place = 'docs/how-to/write-an-adapter.md';
const text = readFileSync(join(root, place), 'utf8');

interface Snippet {
  readonly language: string;
  readonly file: string | undefined;
  readonly code: string;
}

const snippets = Array.from(text.matchAll(/^```(\S*)(?: file=(\S+))?\n(.*?)^```$/gms), (match): Snippet => {
  const [, language = '', file, code = ''] = match;
  return { language, file, code };
});
const pieces = snippets.filter(({ language }) => language !== 'sh');
const commands = snippets.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.trim().split('\n'));

/** Lines without what is before them: the formatter moves a piece to the margin. */
function unindented(piece: string): string {
  return `\n${piece.replaceAll(/^[ ]+/gm, '')}`;
}

/** What a command prints when all is well. */
function promised(command: string): RegExp {
  if (command.includes('vitest')) return /Test Files .*passed/;
  return command.endsWith('report') ? /kept, 0 broken/ : /^/;
}

describe('in the how-to', () => {
  test.each(pieces.map((piece) => [piece.file, piece.code] as const))('a snippet is a piece of %s', (file, code) => {
    if (file === undefined) throw new Error(`a snippet does not say which file it is of:\n${code}`);
    expect(unindented(readFileSync(join(root, file), 'utf8'))).toContain(unindented(code));
  });

  test('every fence is a snippet or a command', () => {
    expect(pieces.every(({ language }) => language === 'ts')).toBe(true);
    expect(text.match(/^```/gm)).toHaveLength(snippets.length * 2);
  });

  test('links lead somewhere', () => {
    const links = Array.from(text.matchAll(/\]\(([^)#]+)\)/g), ([, link = '']) => link);
    const missing = links.filter((to) => !existsSync(join(root, dirname(place), to)));
    expect(missing).toEqual([]);
  });
});

describe('the commands of the how-to, one after the other', () => {
  const folder = 'packages/providers/tidepay';
  const bin = (name: string): string => join(root, 'node_modules/.bin', name);
  let copy = '';

  beforeAll(() => {
    copy = copyWorkspace();
  });

  afterAll(() => remove(copy));

  /** pnpm itself is left out: there is nothing to be installed in a copy, and its own checks would try to. */
  async function perform(command: string): Promise<string> {
    const { scripts } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const [, verb = '', ...words] = command.split(' ');
    switch (verb) {
      case 'new:provider':
        if (scripts[verb] !== 'node tools/create-provider/src/main.ts') throw new Error(`no ${verb}`);
        return run(process.execPath, ['tools/create-provider/src/main.ts', ...words], copy);
      case 'install':
        link(copy, folder, 'tools/create-provider/template');
        return '';
      case 'exec':
        return run(bin(words[0] ?? ''), words.slice(1), copy);
      case '--filter':
        return run(process.execPath, ['--conditions=ducat-source', 'test/report.ts'], join(copy, folder));
      default:
        // All of the workspace: it runs this test too.
        if (scripts[verb] === undefined) throw new Error(`there is no script ${verb}`);
        return '';
    }
  }

  test.each([...new Set(commands)])('%s', { timeout: 180_000 }, async (command) => {
    expect(command).toMatch(/^pnpm \S/);
    const printed = await perform(command);
    expect(printed).toMatch(promised(command));
  });
});
