import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Accounts } from '../src/accounts.ts';
import { openAccounts } from '../src/accounts.ts';
import { checkLinks } from '../src/check-links.ts';
import { checkPage } from '../src/check-page.ts';
import { checkTypes } from '../src/check-types.ts';
import type { Folders } from '../src/folder.ts';
import { layOut } from '../src/folder.ts';
import { readLinkedPages, readPages } from '../src/repository.ts';

const pages = readPages().filter(({ blocks }) => blocks.length > 0);
let folders: Folders;
let accounts: Accounts;

beforeAll(async () => {
  folders = layOut(pages);
  accounts = await openAccounts();
});

afterAll(async () => {
  folders.remove();
  await accounts.close();
});

test('the snippets of all pages compile', { timeout: 120_000 }, async () => {
  expect((await checkTypes(pages, folders)).join('\n')).toBe('');
});

describe.concurrent('snippets do what their page says', () => {
  test.each(pages.map((page) => [page.path, page] as const))('%s', { timeout: 120_000 }, async (_path, page) => {
    const { environment } = accounts;
    expect((await checkPage(page, { folder: folders.of(page), environment })).join('\n')).toBe('');
  });
});

test('links lead somewhere', () => {
  expect(readLinkedPages().flatMap(checkLinks).join('\n')).toBe('');
});
