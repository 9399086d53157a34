import { ports } from '@ducat/core';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { capabilityTable } from './capability-table.ts';
import { cellsOf, documentUrl, sectionOf } from './document.ts';
import { openShop } from './shop.ts';

describe('the capability table in the documentation', () => {
  test('is what the code says', () => {
    const table = capabilityTable(openShop().provider);
    if (process.env['UPDATE_DOCUMENTS'] !== undefined) {
      const section = /(<!-- capabilities:begin[^>]*-->\n)[^]*?(?=<!-- capabilities:end -->)/;
      writeFileSync(documentUrl, readFileSync(documentUrl, 'utf8').replace(section, `$1\n${table}\n`));
    }
    expect(cellsOf(sectionOf('capabilities'))).toEqual(cellsOf(table));
  });

  test('names every port there is', () => {
    expect(cellsOf(sectionOf('capabilities'))).toContainEqual(['', 'ports', ports.join(', '), '']);
  });
});
