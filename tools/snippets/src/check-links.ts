import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from './repository.ts';
import type { Page } from './page.ts';
import { proseOf } from './page.ts';

const link = /\]\(([^)\s]+)\)|src="([^"]+)"/g;

/** Links into this repository that lead nowhere. Those that lead out of it are not followed: no test needs a network. */
export function checkLinks(page: Page): readonly string[] {
  const prose = proseOf(page).replaceAll(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));
  return Array.from(prose.matchAll(link)).flatMap((match) => {
    const target = match[1] ?? match[2] ?? '';
    if (/^[a-z]+:/.test(target) || leadsSomewhere(page, target)) return [];
    const line = prose.slice(0, match.index).split('\n').length;
    return [`${page.path}:${line} ${target} leads nowhere`];
  });
}

function leadsSomewhere(page: Page, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const place = path === '' ? page.path : normalize(join(dirname(page.path), path));
  if (place.startsWith('..') || !existsSync(join(root, place))) return false;
  if (anchor === undefined || !place.endsWith('.md')) return true;
  if (statSync(join(root, place)).isDirectory()) return false;
  return anchorsOf(place === page.path ? page.text : readFileSync(join(root, place), 'utf8')).includes(anchor);
}

/** As forges and VitePress make them of plain headings. */
function anchorsOf(text: string): readonly string[] {
  return Array.from(text.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
    heading
      .replaceAll(/`|\[|\]\([^)]*\)/g, '')
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
