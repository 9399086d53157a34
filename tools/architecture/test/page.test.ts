import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { zones } from '../src/arrows.ts';

const page = readFileSync(new URL('../../../ARCHITECTURE.md', import.meta.url), 'utf8');

/** What the page calls a zone. */
const names: Readonly<Record<string, string>> = {
  provider: 'providers/*',
  'provider simulator': 'providers/*/simulator',
  journal: 'journals/*',
  contract: 'testing/contract',
  'simulator engine': 'testing/simulator',
};

const nameOf = (zone: string): string => names[zone] ?? zone;

test('the arrows of ARCHITECTURE.md are those that are checked', () => {
  const rows = Array.from(page.matchAll(/^\| `([^`]+)` +\| (nothing|`[^|]+`) +\|/gm), ([, name = '', targets = '']) => {
    return [name, targets === 'nothing' ? [] : targets.replaceAll('`', '').trim().split(', ').toSorted()] as const;
  });
  const checked = zones
    .filter(({ folder }) => folder.startsWith('packages/'))
    .map(({ name, mayImport }) => [nameOf(name), mayImport.map(nameOf).toSorted()] as const);
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(checked));
});
