import { readFileSync } from 'node:fs';

export const documentUrl: URL = new URL('../../../../docs/providers/paymega.md', import.meta.url);

/** The text between two markers of the provider's page in the documentation. */
export function sectionOf(name: string): string {
  const text = readFileSync(documentUrl, 'utf8');
  const found = new RegExp(`<!-- ${name}:begin[^>]*-->\\n([^]*?)<!-- ${name}:end -->`).exec(text)?.[1];
  if (found === undefined) throw new Error(`the document has no section ${name}`);
  return found;
}

/** The cells of a Markdown table, however wide the formatter made its columns. */
export function cellsOf(table: string): readonly (readonly string[])[] {
  const rows = table.trim().split('\n');
  return rows.map((row) => row.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));
}

/** The first two cells of every row of the table in a section, without code marks: the name and what it says of it. */
export function tableOf(name: string): ReadonlyMap<string, string> {
  const [, , ...rows] = cellsOf(sectionOf(name));
  const table = new Map(rows.map(([, first = '', second = '']) => [bare(first), bare(second)]));
  if (table.size !== rows.length) throw new Error(`the table ${name} names something twice`);
  return table;
}

function bare(cell: string): string {
  return cell.replace(/^`(.*)`$/, '$1');
}
