import { readFileSync, writeFileSync } from 'node:fs';
import { ports } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { capabilityTable } from './capability-table.ts';
import { cellsOf, documentUrl, sectionOf } from './document.ts';
import { scripted } from './scripted.ts';

describe('the capability table in the documentation', () => {
  it('is what the code says', () => {
    const table = capabilityTable(scripted(() => ({ body: {} })).provider);
    if (process.env['UPDATE_DOCUMENTS'] !== undefined) {
      const text = readFileSync(documentUrl, 'utf8');
      writeFileSync(
        documentUrl,
        text.replace(/(<!-- capabilities:begin[^>]*-->\n)[^]*?(?=<!-- capabilities:end -->)/, `$1${table}`),
      );
    }
    expect(cellsOf(sectionOf('capabilities'))).toEqual(cellsOf(table));
  });

  it('names every port there is', () => {
    expect(cellsOf(sectionOf('capabilities'))).toContainEqual(['', 'ports', ports.join(', '), '']);
  });
});
