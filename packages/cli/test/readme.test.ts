import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ducat } from './command.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? '';

it('the commands and the routes of the README do what it says', async () => {
  const files = {
    'routes.yaml': block('yaml'),
    'new-routes.yaml': block('yaml').replace('70', '60').replace('30', '40'),
    'requests.csv': 'amount,currency\n1.00,EUR\n',
  };
  for (const line of block('sh').trim().split('\n')) {
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    expect(words[0]).toBe('ducat');
    const { exitCode, errors } = await ducat(words.slice(1), files);
    expect([exitCode, errors], line).toEqual([0, '']);
  }
});
