import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importProblems } from '../importing.ts';
import { fileProblems, manifestProblems } from '../published-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'ducat-import-'));

const modules = {
  quiet: 'export const quiet = 1;',
  loud: 'console.log("hello");',
  curious: 'export const key = process.env.DUCAT_KEY;',
  greedy: 'export const all = { ...process.env };',
  connected: 'import { connect } from "node:net"; connect(9, "127.0.0.1").on("error", () => {});',
  listening: 'import { createServer } from "node:http"; createServer().listen(0, "127.0.0.1").unref();',
  broken: 'import "absent";',
};

beforeAll(() => {
  for (const [name, text] of Object.entries(modules)) {
    mkdirSync(join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(folder, 'node_modules', name, 'index.js'), text);
    writeFileSync(join(folder, 'node_modules', name, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the check of an import', () => {
  test.each([
    ['quiet', []],
    ['loud', ['importing loud prints "hello\\n"']],
    ['curious', ['importing curious reads the environment variable DUCAT_KEY, in curious']],
    ['connected', ['importing connected opens a TCPWRAP', 'importing connected opens a TCPCONNECTWRAP']],
    ['listening', ['importing listening opens a TCPSERVERWRAP']],
  ])('reports what the %s module does', (name, problems) => {
    expect(importProblems(name, folder)).toEqual(problems);
  });

  test('reports a module that reads all of the environment', () => {
    expect(importProblems('greedy', folder)).toContain(
      'importing greedy reads the environment variable (all of them), in greedy',
    );
  });

  test('reports a module that cannot be imported', () => {
    expect(importProblems('broken', folder).join()).toContain("Cannot find package 'absent'");
  });
});

describe('the check of the published files', () => {
  const sources = ['src/index.ts', 'src/old.test.ts', 'simulator/test/merchant.ts'];
  const problemsOf = (path: string): string[] => fileProblems([path], (source) => sources.includes(source));

  test.each([
    'package.json',
    'README.md',
    'LICENSE',
    'dist/src/index.js',
    'dist/src/index.d.ts',
    'dist/src/index.js.map',
  ])('lets %s through', (path) => {
    expect(problemsOf(path)).toEqual([]);
  });

  test.each(['src/index.ts', '.env', 'dist/.tsbuildinfo', 'dist/src/key.pem', 'test/a.js', 'tsconfig.build.json'])(
    'stops %s, which nobody asked for',
    (path) => {
      expect(problemsOf(path)).toEqual([
        `publishes ${path}: only dist, package.json, README and LICENSE are published`,
      ]);
    },
  );

  test('stops tests and what an older build left behind', () => {
    expect(problemsOf('dist/simulator/test/merchant.js').join()).toContain('tests are not published');
    expect(problemsOf('dist/src/old.test.js').join()).toContain('tests are not published');
    expect(problemsOf('dist/src/removed.js').join()).toContain('has no source any more');
  });

  test('stops a manifest that only the workspace understands', () => {
    expect(manifestProblems('{ "exports": { ".": { "types": "./dist/src/index.d.ts" } } }')).toEqual([]);
    expect(manifestProblems('{ "exports": { ".": { "ducat-source": "./src/index.ts" } } }')).toHaveLength(1);
    expect(manifestProblems('{ "dependencies": { "@ducat/core": "workspace:*", "zod": "catalog:" } }')).toHaveLength(2);
  });
});
