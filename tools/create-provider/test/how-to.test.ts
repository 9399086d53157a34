import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './run.ts';
import { copyWorkspace, link, remove, root } from './workspace.ts';

const text = readFileSync(join(root, 'docs/how-to/write-an-adapter.md'), 'utf8');

// That its snippets are pieces of files, and its links lead somewhere, tools/snippets checks.
const commands = Array.from(text.matchAll(/^```sh\n(.*?)^```$/gms), ([, code = '']) => code.trim().split('\n')).flat();

/** What a command prints when all is well. */
function promised(command: string): RegExp {
  if (command.includes('vitest')) return /Test Files .*passed/;
  return command.endsWith('report') ? /kept, 0 broken/ : /^/;
}

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
