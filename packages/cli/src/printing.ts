import type { Writable } from 'node:stream';
import type { DataFile } from './routes-file.ts';

export function printJson(output: Writable, value: unknown): void {
  output.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Lines with columns under each other. */
export function table(rows: readonly (readonly string[])[], align: readonly ('left' | 'right')[]): string {
  const widths = align.map((_, column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        align[column] === 'right' ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}

/** What is said when a file is used without a description of its providers. */
export function assumption(file: DataFile): string {
  return `${file.name}: describes no providers, so each that it names is taken to be able to do everything\n`;
}
