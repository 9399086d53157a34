import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const core = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/**
 * The error code, or nothing, for each expression: `type = value`. The compiler runs on a program of its own, for in
 * that of the whole workspace the adapters have added their options.
 */
function errorCodes(expressions: readonly string[], declarations: readonly string[]): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-provider-options-'));
  try {
    const program = [
      ...expressions.map((expression, index) => `export const value${index}: ${expression};`),
      `import type { ProviderOptions } from ${JSON.stringify(core)};`,
      ...declarations,
    ];
    writeFileSync(join(folder, 'program.ts'), program.join('\n'));
    const report = compile(join(folder, 'program.ts'));
    return expressions.map((_, index) => new RegExp(`\\(${index + 1},\\d+\\): error (TS\\d+)`).exec(report)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function compile(file: string): string {
  const types = dirname(dirname(createRequire(import.meta.url).resolve('@types/node/package.json')));
  const options = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext'];
  options.push('--allowImportingTsExtensions', '--types', 'node', '--typeRoots', types, '--pretty', 'false', file);
  try {
    return execFileSync(process.execPath, [compiler, ...options], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout?.includes('program.ts(') === true) return stdout;
    throw error;
  }
}

const adapter = [
  `declare module ${JSON.stringify(core)} {`,
  '  interface ProviderOptions { readonly example?: { readonly service?: string } }',
  '}',
];

describe('provider options', () => {
  test('know no provider in core alone', () => {
    expect(errorCodes(['keyof ProviderOptions = "example"'], [])).toEqual(['TS2322']);
  });

  test('know the options of the adapter that is imported, with their types, and no other', () => {
    const checked: Readonly<Record<string, string | undefined>> = {
      'keyof ProviderOptions = "example"': undefined,
      'ProviderOptions = { example: { service: "card" } }': undefined,
      'ProviderOptions = { example: { service: 5 } }': 'TS2322',
      'ProviderOptions = { another: {} }': 'TS2353',
    };
    expect(errorCodes(Object.keys(checked), adapter)).toEqual(Object.values(checked));
  });
});
