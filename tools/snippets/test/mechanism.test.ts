import { afterAll, describe, expect, test } from 'vitest';
import { checkLinks } from '../src/check-links.ts';
import { checkPage } from '../src/check-page.ts';
import { checkTypes } from '../src/check-types.ts';
import { layOut } from '../src/folder.ts';
import type { Page } from '../src/page.ts';
import { readPage } from '../src/page.ts';

/** A page with one block of each text, each with what stands behind its fence. */
function pageOf(name: string, ...blocks: readonly (readonly [information: string, code: string])[]): Page {
  const text = blocks.map(([information, code]) => `\`\`\`${information}\n${code}\n\`\`\`\n`).join('\n');
  return readPage(`${name}.md`, `# A page\n\n${text}`);
}

const compiled = [
  pageOf('sound', [
    'ts',
    "import { Money } from '@ducat/core';\nconsole.log(`${Money.parse('1.00', 'EUR')}`); // prints: 1.00 EUR",
  ]),
  pageOf('wrong-type', ['ts', "import { Money } from '@ducat/core';\n\nMoney.parse(1, 'EUR');"]),
  pageOf('gone', ['ts', "import { createLedger } from '@ducat/core';\n\ncreateLedger();"]),
];

const broken: readonly (readonly [what: string, page: Page, problem: string])[] = [
  ['prints something else', pageOf('a', ['ts', 'console.log(1); // prints: 2']), 'a.md:4 prints\n1\nand not\n2'],
  ['prints what it does not say', pageOf('b', ['ts', 'console.log(1);']), 'b.md:4 prints\n1'],
  ['throws', pageOf('c', ['ts', "throw new Error('no');"]), 'c.md:4 line-4.ts ended with 1'],
  ['is a piece of no such file', pageOf('d', ['ts file=README.md', 'nothing']), 'd.md:4 is no piece of README.md'],
  ['names no script', pageOf('e', ['sh', 'pnpm fly']), 'e.md:4 pnpm fly: there is no script fly'],
  ['names no program', pageOf('f', ['sh', 'pnpm exec fly']), 'there is no fly to execute'],
  ['names another pnpm', pageOf('g', ['sh', 'npx -y pnpm@1.0.0 demo']), 'is not of pnpm@'],
  ['installs what is not published', pageOf('h', ['sh', 'npm install @ducat/wings']), 'there is no @ducat/wings'],
  ['is no command', pageOf('i', ['sh', 'rm -rf shop']), 'nobody knows how to check this command'],
  [
    'prints another text',
    pageOf('j', ['ts save=shop.ts', 'console.log(1);'], ['sh', 'node shop.ts'], ['text', '2']),
    'j.md:8 prints\n1\nand not\n2',
  ],
  ['is in no known language', pageOf('k', ['cobol', 'STOP RUN.']), 'nobody knows how to check a block of "cobol"'],
  ['is no JSON', pageOf('l', ['json', '{ a }']), 'nobody knows how to check a block of "json"'],
];

const folders = layOut([...compiled, ...broken.map(([, page]) => page)]);

afterAll(() => folders.remove());

async function problemsOf(page: Page): Promise<string> {
  return (await checkPage(page, { folder: folders.of(page), environment: {} })).join('\n');
}

describe.concurrent('a page is noticed', { timeout: 120_000 }, () => {
  test.each(broken)('that %s', async (_what, page, problem) => {
    expect(await problemsOf(page)).toContain(problem);
  });
});

test('what does not compile is named by page and line', { timeout: 120_000 }, async () => {
  const problems = await checkTypes(compiled, folders);
  expect(problems).toHaveLength(2);
  expect(problems.find((problem) => problem.startsWith('wrong-type.md:6 error TS2345'))).toBeDefined();
  expect(problems.find((problem) => problem.startsWith('gone.md:4 error TS2305'))).toBeDefined();
});

test('a page on which all is well is left alone', { timeout: 120_000 }, async () => {
  expect(await Promise.all(compiled.slice(0, 1).map(problemsOf))).toEqual(['']);
});

test('links to files and headings that are not there are noticed, and those in code are none', () => {
  const page = readPage(
    'docs/a.md',
    '[a](b.md) [b](../README.md#what-it-promises)\n\n[c](../README.md#x) `[d](e.md)`\n',
  );
  expect(checkLinks(page)).toEqual(['docs/a.md:1 b.md leads nowhere', 'docs/a.md:3 ../README.md#x leads nowhere']);
});
