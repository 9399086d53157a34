import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { isWriting, requireShown } from '../documents/section.ts';
import type { Report } from './report.ts';
import { toJson, toMarkdown } from './print.ts';

/** Where a report is kept. */
export interface ReportPlaces {
  /** A Markdown page; the report is its section `contract`. */
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
    requireShown(page, 'contract', toMarkdown(report));
    if (isWriting() && json !== undefined) write(json, toJson(report));
  };
}

function write(file: URL, text: string): void {
  mkdirSync(new URL('.', file), { recursive: true });
  writeFileSync(file, text);
}
