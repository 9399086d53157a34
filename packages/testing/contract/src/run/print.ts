import type { Port } from '@ducat/core';
import { ports } from '@ducat/core';
import { table } from '../documents/table.ts';
import type { Report, ReportLine } from './report.ts';
import { wordsFor } from './report.ts';

/** One line a promise, with its time. */
export function toLines({ lines }: Report): string {
  const width = Math.max(0, ...lines.map(({ group }) => group.length));
  return lines
    .map((line) => {
      const milliseconds = `${Math.round(line.milliseconds)} ms`.padStart(8);
      return `${line.verdict.kind.padEnd(12)} ${line.group.padEnd(width)} ${milliseconds}  ${line.promise}${afterword(line)}\n`;
    })
    .join('');
}

function afterword(line: ReportLine): string {
  if (line.verdict.kind === 'kept') return '';
  const { verdict } = line;
  return verdict.kind === 'broken' && verdict.reason instanceof Error
    ? ` (${wordsFor(line)}: ${verdict.reason.message.split('\n')[0]})`
    : ` (${wordsFor(line)})`;
}

/** The report as data: one promise a line. */
export function toJson({ ports: own, lines }: Report): string {
  const rows = lines.map(({ group, promise, verdict, milliseconds, deviation }) =>
    JSON.stringify({
      group,
      promise,
      verdict: verdict.kind,
      ...('missing' in verdict ? { missing: verdict.missing } : {}),
      ...(verdict.kind === 'broken' ? { reason: String(verdict.reason) } : {}),
      ...(deviation === undefined ? {} : { deviation }),
      milliseconds: Math.round(milliseconds),
    }),
  );
  return `{\n  "ports": ${JSON.stringify(own)},\n  "promises": [\n    ${rows.join(',\n    ')}\n  ]\n}\n`;
}

const kinds = ['kept', 'broken', 'not_made', 'not_provable'] as const;

/** What the adapter can do and what it promises, as tables; nothing in them differs from run to run. */
export function toMarkdown({ ports: own, lines }: Report): string {
  const groups = [...Map.groupBy(lines, ({ group }) => group)];
  const counts = groups.map(([group, members]) => [
    group,
    ...kinds.map((kind) => String(members.filter(({ verdict }) => verdict.kind === kind).length)),
  ]);
  const all = lines.map((line) => [line.group, line.promise, wordsFor(line)]);
  return [
    table(
      ['port', 'supported'],
      ports.map((port: Port) => [`\`${port}\``, own.includes(port) ? 'yes' : 'no']),
    ),
    table(['group of promises', 'kept', 'broken', 'not made', 'not provable'], counts),
    '<details>\n<summary>Every promise</summary>',
    table(['group', 'promise', 'verdict'], all),
    '</details>',
  ].join('\n\n');
}
