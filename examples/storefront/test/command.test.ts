import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);

test('the command of the README opens the shop, prints its address, and closes it when it is told to', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [program = '', ...words] = scripts['storefront']?.split(' ') ?? [];
  expect(program).toBe('node');
  const shop = spawn(process.execPath, [...words, '--port', '0'], { cwd: fileURLToPath(root), stdio: 'pipe' });
  let printed = '';
  shop.stdout.on('data', (text: Buffer) => void (printed += text.toString()));
  const ended = once(shop, 'exit') as Promise<[number | null]>;
  await Promise.race([once(shop.stdout, 'data'), ended]);
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('For people who count.');
  shop.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
