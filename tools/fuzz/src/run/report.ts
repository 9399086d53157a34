import type { Campaign, Finding } from './campaign.ts';
import { keep } from './corpus.ts';

/** One line for every parser, and one with the sums. */
export function tableOf(campaigns: readonly Campaign[]): string {
  const rows = campaigns.map(({ target, inputs, seconds, slowestMilliseconds, sorts, findings }) => [
    target,
    inputs.toLocaleString('en'),
    seconds.toFixed(1),
    slowestMilliseconds.toFixed(1),
    String(sorts),
    String(findings.length),
  ]);
  const sum = (of: (campaign: Campaign) => number): number =>
    campaigns.reduce((total, campaign) => total + of(campaign), 0);
  rows.unshift(['parser', 'inputs', 'seconds', 'slowest ms', 'sorts', 'findings']);
  rows.push([
    `${campaigns.length} parsers`,
    sum(({ inputs }) => inputs).toLocaleString('en'),
    sum(({ seconds }) => seconds).toFixed(1),
    Math.max(0, ...campaigns.map(({ slowestMilliseconds }) => slowestMilliseconds)).toFixed(1),
    String(sum(({ sorts }) => sorts)),
    String(sum(({ findings }) => findings.length)),
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

/** A finding in words. Its input is kept in a file, so that it stays a test when the defect is mended. */
export function describeFinding(target: string, { kind, message, input, index }: Finding, seed: number): string {
  const lines = [`\n${target}: ${kind}: ${message}`];
  if (index < 0) return [...lines, '  by an input of the corpus or by a seed'].join('\n');
  if (input === null) return [...lines, `  at input ${index} of seed ${seed}`].join('\n');
  const path = keep(target, { why: `${kind}: ${message}`.slice(0, 300), input });
  return [...lines, `  input ${index} of seed ${seed}, made small in ${path}`].join('\n');
}
