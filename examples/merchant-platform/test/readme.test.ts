import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runScript } from './run.ts';

const readme = new URL('../README.md', import.meta.url);

test('the one command of the README tells the whole story, with a real process that gets SIGTERM, and ends with 0', async () => {
  const commands = [...(await readFile(readme, 'utf8')).matchAll(/```sh\n([^]*?)\n```/g)].map(([, text = '']) => text);
  expect(commands).toHaveLength(1);
  const { exitCode, output } = await runScript(commands.join());
  expect([exitCode, output], output).toEqual([0, expect.stringContaining('38 of 38 as told.')]);
  for (const told of [
    'order-9 is answered',
    'the next process finds order-9 in the journal',
    'knows nothing of it',
    'of which 4.00 EUR were refunded',
  ])
    expect(output).toContain(told);
}, 240_000);
