import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const folder = new URL('../..', import.meta.url);

it('the example of the README runs and prints what it says', async () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  const example = /```ts\n([^]*?)```/.exec(readme)?.[1] ?? '';
  const promised = [...example.matchAll(/^\/\/ prints: (.*)$/gm)].map(([, line]) => line);
  const flags = ['--conditions=ducat-source', '--input-type=module-typescript', '--eval', example];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { cwd: fileURLToPath(folder) });
  expect(promised).toHaveLength(2);
  expect(stdout.trim().split('\n')).toEqual(promised);
});
