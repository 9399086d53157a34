import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { Report, ReportLine } from '../../src/index.ts';
import { contract, reportOn, toJson, toLines, toMarkdown } from '../../src/index.ts';
import { embed } from '../../src/documents/section.ts';
import { collecting } from './toy.ts';
import { referenceHarness } from '../../src/reference/harness.ts';

const deviation = { promise: 'p2', reason: 'late', link: 'https://tracker.example/1', until: '2999-12-31' };

const lines: readonly ReportLine[] = [
  { group: 'outcomes', promise: 'p1', verdict: { kind: 'kept' }, milliseconds: 12.3 },
  {
    group: 'outcomes',
    promise: 'p2',
    verdict: { kind: 'broken', reason: new Error('no\nmore') },
    milliseconds: 1,
    deviation,
  },
  { group: 'refunds', promise: 'p|3 __proto__', verdict: { kind: 'not_made', missing: ['refund'] }, milliseconds: 0 },
  { group: 'webhook', promise: 'p4', verdict: { kind: 'not_provable', missing: ['sign'] }, milliseconds: 0 },
  { group: 'webhook', promise: 'p5', verdict: { kind: 'broken', reason: 'thrown' }, milliseconds: 0 },
];
const report: Report = { ports: ['charge'], lines };

/** The same without what is broken. */
const good: Report = { ...report, lines: lines.slice(0, 4) };

test('a report has one line a promise, with its time and its reason', () => {
  expect(toLines(report).split('\n')).toEqual([
    'kept         outcomes    12 ms  p1',
    'broken       outcomes     1 ms  p2 (deviates until 2999-12-31: late (https://tracker.example/1): no)',
    'not_made     refunds      0 ms  p|3 __proto__ (not made: no refund)',
    'not_provable webhook      0 ms  p4 (not provable: no sign)',
    'broken       webhook      0 ms  p5 (broken)',
    '',
  ]);
});

test('a report is data', () => {
  const parsed = JSON.parse(toJson(report)) as { ports: unknown; promises: unknown[] };
  expect(parsed.ports).toEqual(['charge']);
  expect(parsed.promises[1]).toEqual({
    group: 'outcomes',
    promise: 'p2',
    verdict: 'broken',
    reason: 'Error: no\nmore',
    deviation,
    milliseconds: 1,
  });
  expect(parsed.promises[3]).toEqual({
    group: 'webhook',
    promise: 'p4',
    verdict: 'not_provable',
    missing: ['sign'],
    milliseconds: 0,
  });
});

describe('the tables of a report', () => {
  test('show ports, counts and every promise', () => {
    const rows = toMarkdown(report)
      .split('\n')
      .map((row) => row.replaceAll(/ +/g, ' '));
    expect(rows).toContain('| `charge` | yes |');
    expect(rows).toContain('| `refund` | no |');
    expect(rows).toContain('| outcomes | 1 | 1 | 0 | 0 |');
    expect(rows).toContain('| refunds | p\\|3 \\_\\_proto\\_\\_ | not made: no refund |');
    expect(rows).toContain('| outcomes | p2 | deviates until 2999-12-31: late (https://tracker.example/1) |');
  });

  test('are the same when the run took longer', () => {
    const slower = { ...report, lines: lines.map((line) => ({ ...line, milliseconds: line.milliseconds + 1000 })) };
    expect(toMarkdown(slower)).toBe(toMarkdown(report));
    expect(toMarkdown(report)).not.toMatch(/\bms\b|12\.3/);
  });
});

describe('a page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ducat-report-'));
  const page = pathToFileURL(join(folder, 'acme.md'));
  const json = pathToFileURL(join(folder, 'deep', 'acme.json'));
  afterEach(() => void vi.unstubAllEnvs());
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gets the report at its end, then between its markers, and keeps what stands around', () => {
    const first = embed('# Acme\n', 'contract', 'old');
    expect(first).toBe('# Acme\n\n## Contract\n\n<!-- contract:begin -->\n\nold\n\n<!-- contract:end -->\n');
    expect(embed(`${first}after\n`, 'contract', 'new')).toBe(`${first.replace('old', 'new')}after\n`);
  });

  test('has to show the current report, and is written when that is asked for', () => {
    vi.stubEnv('DUCAT_REPORT', 'write');
    writeFileSync(page, '# Acme\n');
    reportOn({ page, json })(good);
    vi.stubEnv('DUCAT_REPORT', '');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ ports: ['charge'] });
    reportOn({ page })(good);
    expect(() => reportOn({ page })({ ...good, ports: [] })).toThrow('does not show this contract');
    expect(() => reportOn({ page })(report)).toThrow('mended');
  });
});

test('a contract gives no report of a run of some tests alone', async () => {
  const { runner, tests } = collecting();
  let reports = 0;
  contract(referenceHarness(), runner, { report: () => void (reports += 1) });
  await tests.get('the report is as it should be')?.();
  expect(reports).toBe(0);
});
