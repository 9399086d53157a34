import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { capabilityTable, requireShown, tableOf } from '../src/documents/index.ts';
import { referenceHarness } from '../src/reference/harness.ts';

const folder = mkdtempSync(join(tmpdir(), 'ducat-documents-'));
const page = pathToFileURL(join(folder, 'acme.md'));

afterEach(() => void vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true }));

function pageWith(rows: string): void {
  const table = `| name | home |\n| --- | --- |\n${rows}`;
  writeFileSync(page, `# Acme\n\n<!-- names:begin (by hand) -->\n\n${table}\n\n<!-- names:end -->\n\nAfter.\n`);
}

describe('a section of a page', () => {
  test('has to be what the code says, to the letter', () => {
    pageWith('| `a` | here |');
    const { provider, table } = reference();
    vi.stubEnv('DUCAT_REPORT', 'write');
    requireShown(page, 'names', table);
    vi.stubEnv('DUCAT_REPORT', '');
    expect(() => requireShown(page, 'names', table)).not.toThrow();
    expect(readFileSync(page, 'utf8')).toMatch(/^# Acme\n\n<!-- names:begin \(by hand\) -->\n\n\| cap[^]*\nAfter\.\n$/);
    const more = capabilityTable({
      ...provider,
      limits: { ...provider.limits, capture: { partial: 'never', multiple: false } },
    });
    expect(() => requireShown(page, 'names', more)).toThrow('does not show this names');
  });

  test('is read as names and what is said of them', () => {
    pageWith('| `a.b` | the port `charge` | more |\n| c | `d` |');
    expect([...tableOf(page, 'names')]).toEqual([
      ['a.b', 'the port `charge`'],
      ['c', 'd'],
    ]);
  });

  test('that is missing, is empty or names something twice is refused', () => {
    pageWith('| a | 1 |\n| `a` | 2 |');
    expect(() => tableOf(page, 'names')).toThrow('names something twice');
    expect(() => tableOf(page, 'others')).toThrow('no table others');
    pageWith('');
    expect(() => tableOf(page, 'names')).toThrow('no table names');
  });
});

function reference(): { provider: ReturnType<ReturnType<typeof referenceHarness>['create']>; table: string } {
  const setup = { id: 'reference', testMode: true, timeoutMilliseconds: 1000 };
  const provider = referenceHarness().create({ bank: 'http://127.0.0.1:9' }, setup);
  return { provider, table: capabilityTable(provider) };
}
