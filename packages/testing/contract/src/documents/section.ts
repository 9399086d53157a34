import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';

/** Whether pages are to be written, rather than compared with what they should show. */
export function isWriting(): boolean {
  return process.env['DUCAT_REPORT'] === 'write';
}

/**
 * Requires that the section of this name on a Markdown page is this text. With the environment variable
 * `DUCAT_REPORT=write` it writes the text instead.
 */
export function requireShown(page: URL, name: string, text: string): void {
  const old = readFileSync(page, 'utf8');
  const current = embed(old, name, text);
  if (isWriting()) writeFileSync(page, current);
  else assert(old === current, `${page.pathname} does not show this ${name}: write it with DUCAT_REPORT=write`);
}

/** The page with this text as its section; a page without one gets it at its end. */
export function embed(page: string, name: string, text: string): string {
  const found = markers(name).exec(page);
  if (found === null) {
    const title = `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return `${page.trimEnd()}\n\n${title}\n\n<!-- ${name}:begin -->\n\n${text}\n\n<!-- ${name}:end -->\n`;
  }
  const [whole, begin = '', , end = ''] = found;
  return `${page.slice(0, found.index)}${begin}\n\n${text}\n\n${end}${page.slice(found.index + whole.length)}`;
}

/**
 * The first two cells of every row of the table in a section, without code marks: a name and what the page says of it,
 * so that a test can hold it to the code.
 */
export function tableOf(page: URL, name: string): ReadonlyMap<string, string> {
  const [, , section = ''] = markers(name).exec(readFileSync(page, 'utf8')) ?? [];
  const [, , ...rows] = section.trim().split('\n');
  assert(rows.length > 0, `${page.pathname} has no table ${name}`);
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')));
  const table = new Map(cells.map(([, first = '', second = '']) => [first, second]));
  assert.equal(table.size, rows.length, `the table ${name} names something twice`);
  return table;
}

function markers(name: string): RegExp {
  return new RegExp(`(<!-- ${name}:begin[^>]*-->)([^]*?)(<!-- ${name}:end -->)`);
}
