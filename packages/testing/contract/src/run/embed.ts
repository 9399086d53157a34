import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Report } from './report.ts';
import { toJson, toMarkdown } from './print.ts';

const begin = '<!-- contract:begin -->';
const end = '<!-- contract:end -->';

/** Where a report is kept. */
export interface ReportPlaces {
  /** A Markdown page; the report stands between its markers. */
  readonly page: URL;
  /** A JSON file, written together with the page. */
  readonly json?: URL;
}

/**
 * What `contract` may be given as `report`: requires that the page shows this report. With the environment variable
 * `DUCAT_REPORT=write` it writes the report instead.
 */
export function reportOn({ page, json }: ReportPlaces): (report: Report) => void {
  return (report) => {
    const broken = report.lines.filter(
      ({ verdict, deviation }) => verdict.kind === 'broken' && deviation === undefined,
    );
    assert.deepEqual(
      broken.map(({ promise }) => promise),
      [],
      'what is broken is mended, not reported',
    );
    const text = readFileSync(page, 'utf8');
    const current = embed(text, toMarkdown(report));
    if (process.env['DUCAT_REPORT'] === 'write') {
      writeFileSync(page, current);
      if (json !== undefined) write(json, toJson(report));
    } else {
      assert(text === current, `${page.pathname} does not show this report: write it with DUCAT_REPORT=write`);
    }
  };
}

/** The page with this text between its markers; a page without markers gets them at its end. */
export function embed(page: string, text: string): string {
  const section = `${begin}\n\n${text}\n\n${end}`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) return `${page.trimEnd()}\n\n## Contract\n\n${section}\n`;
  return page.slice(0, from) + section + page.slice(to + end.length);
}

function write(file: URL, text: string): void {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
