import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adapterFolders } from '../src/arrows.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const execute = promisify(execFile);
const adapters = globSync(adapterFolders as string[], { cwd: root });

const minutes = 120_000;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ducat-optional-port-'));
  cpSync(join(root, 'packages/core/src'), join(folder, 'core'), { recursive: true });
  // Where core's own imports, and nothing else, find what they need.
  const paths = {
    '@ducat/core': [join(folder, 'core/index.ts')],
    '@ducat/core/reveal': [join(folder, 'core/reveal.ts')],
  };
  const configuration = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { paths, typeRoots: [join(root, 'node_modules/@types')] },
    include: adapters.map((adapter) => join(root, adapter, 'src/**/*.ts')),
    exclude: [],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Core with an eleventh port, `dispute`. */
function addPort(): void {
  change('provider/ports.ts', (text) =>
    text
      .replace(/(interface Ports extends [^{]+\S)\s*\{/, '$1, Dispute {')
      .replace("  'webhook',\n", "  'webhook',\n  'dispute',\n")
      .concat('export interface Dispute { dispute(request: { readonly payment: string }): Promise<void> }\n'),
  );
}

function change(path: string, edit: (text: string) => string): void {
  const file = join(folder, 'core', path);
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

/** Places that do not compile any more, each with the compiler's first words about it. */
async function broken(): Promise<string[]> {
  const compiler = join(root, 'node_modules/.bin/tsc');
  const printed = await execute(compiler, ['-p', folder, '--pretty', 'false'], { cwd: root }).then(
    () => '',
    (error: unknown) => (error as { stdout: string }).stdout,
  );
  return printed.split('\n').filter((line) => line.includes(': error '));
}

test('there are adapters to look at', () => {
  // Named is the one that no provider's coming and going touches.
  expect(adapters).toContain('tools/create-provider/template');
});

test('adding an optional port to core edits no adapter', { timeout: minutes }, async () => {
  addPort();
  expect(await broken()).toEqual([]);
});

test('a port that every provider must have would edit every adapter', { timeout: minutes }, async () => {
  addPort();
  const required = "  readonly dispute: Ports['dispute'];\n";
  change('provider/provider.ts', (text) => text.replace('  readonly limits: ', `${required}  readonly limits: `));
  const places = (await broken()).map((line) => line.replace(/\(.*/, ''));
  expect(places).toEqual(expect.arrayContaining(adapters.map((adapter) => `${adapter}/src/provider.ts`)));
});
