import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CreatedProvider } from '../src/create-provider.ts';
import { createProvider } from '../src/create-provider.ts';
import { run } from './run.ts';
import { copyWorkspace, dependencies, link, remove, root } from './workspace.ts';

const minutes = 60_000;

let copy = '';
let created: CreatedProvider;

beforeAll(() => {
  copy = copyWorkspace();
  created = createProvider(copy, 'acme-pay');
  link(copy, created.folder, 'tools/create-provider/template');
});

afterAll(() => remove(copy));

const tool = (name: string, ...options: readonly string[]): Promise<string> =>
  run(join(root, 'node_modules/.bin', name), options, copy);

// That it keeps the contract and the architecture, the commands of the how-to show.
describe('a new provider, before any edit', () => {
  test('has the template in every file, and its name nowhere', () => {
    const texts = globSync('**/*.{ts,json,md}', { cwd: join(copy, created.folder), exclude: ['node_modules/**'] });
    const others = globSync('**/*.{ts,json,md}', {
      cwd: join(root, 'tools/create-provider/template'),
      exclude: ['node_modules/**', 'dist/**'],
    });
    expect(texts.sort()).toEqual(others.sort());
    for (const path of texts) expect(readFileSync(join(copy, created.folder, path), 'utf8')).not.toMatch(/template/i);
    const manifest = JSON.parse(readFileSync(join(copy, created.folder, 'package.json'), 'utf8')) as object;
    expect(manifest).toMatchObject({ name: '@ducat/acme-pay', description: 'AcmePay adapter.' });
    expect(manifest).not.toHaveProperty('private');
  });

  test('has a contract test of at most 30 lines', () => {
    const text = readFileSync(join(copy, created.folder, 'test/contract.test.ts'), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
  });

  test('has types, style and format as they have to be', { timeout: 3 * minutes }, async () => {
    expect(await tool('tsc', '-p', '.')).toBe('');
    expect(await tool('oxlint', '--type-aware', created.folder)).toContain('Found 0 warnings and 0 errors');
    expect(await tool('oxfmt', '--check', created.folder)).toContain('All matched files use the correct format');
  });

  test('can be built and published', { timeout: 3 * minutes }, async () => {
    const compiler = join(root, 'node_modules/.bin/tsc');
    for (const folder of [...dependencies, created.folder]) {
      await run(compiler, ['-p', 'tsconfig.build.json'], join(copy, folder));
    }
    expect(await run(process.execPath, ['tools/packages/check.ts', '@ducat/acme-pay'], copy)).toMatch(
      /^ok {3}@ducat\/acme-pay/,
    );
  });
});

describe('a name that cannot be used is refused with what to do, and nothing is made', () => {
  test.each([
    ['acme-pay', 'packages/providers/acme-pay exists: choose another name, or delete the folder first'],
    ['core', '@ducat/core is the package in packages/core: choose another name'],
    ['charge', '"charge" means something else in this house already: choose another name'],
    ['journal-mongo', '"journal-mongo" means something else in this house already: choose another name'],
    ['AcmePay', '"AcmePay" cannot name a package: small letters, digits and single dashes only; write acme-pay'],
    ['Acme Pay!', '"Acme Pay!" cannot name a package: small letters, digits and single dashes only; write acme-pay'],
    ['../acme', '"../acme" cannot name a package: small letters, digits and single dashes only; write acme'],
    ['2pay', '"2pay" cannot name a package: small letters, digits and single dashes only; write pay'],
    ['a--b', '"a--b" cannot name a package: small letters, digits and single dashes only; write a-b'],
    ['', '"" cannot name a package: small letters, digits and single dashes only; begin with a letter'],
  ])('%j', (name, message) => {
    const before = globSync('packages/providers/*', { cwd: copy });
    expect(() => createProvider(copy, name)).toThrow(message);
    expect(globSync('packages/providers/*', { cwd: copy })).toEqual(before);
  });

  test('on the command line it is one line and a failure', async () => {
    const program = join(root, 'tools/create-provider/src/main.ts');
    await expect(run(process.execPath, [program], root)).rejects.toThrow('give one name: pnpm new:provider acme');
    await expect(run(process.execPath, [program, 'a', 'b'], root)).rejects.toThrow('give one name');
    await expect(run(process.execPath, [program, 'Acme'], root)).rejects.toMatchObject({
      cause: { code: 1, stderr: expect.stringMatching(/^"Acme" cannot name a package: .*write acme\n$/) as unknown },
    });
    expect(existsSync(join(root, 'packages/providers/Acme'))).toBe(false);
  });
});

test.each([
  ['acme', 'createAcme', 'acmeSettings'],
  ['big-blue-2', 'createBigBlue2', 'bigBlue2Settings'],
])('%s is spelled right wherever it stands', (name, factory, settings) => {
  const other = copyWorkspace();
  try {
    const { folder } = createProvider(other, name);
    const text = readFileSync(join(other, folder, 'src/provider.ts'), 'utf8');
    expect(text).toContain(`export function ${factory}(`);
    expect(text).toContain(settings);
    expect(readFileSync(join(other, folder, 'src/options.ts'), 'utf8')).toContain(`default('${name}')`);
  } finally {
    remove(other);
  }
});
