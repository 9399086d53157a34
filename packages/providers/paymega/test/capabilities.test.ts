import { capabilityTable, requireShown, tableOf } from '@ducat/contract/documents';
import { ports } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { openShop } from './shop.ts';

const page = new URL('../../../../docs/providers/paymega.md', import.meta.url);

describe('the capability table in the documentation', () => {
  test('is what the code says', () => {
    expect(() => requireShown(page, 'capabilities', capabilityTable(openShop().provider))).not.toThrow();
  });

  test('names every port there is', () => {
    expect(tableOf(page, 'capabilities').get('ports')).toBe(ports.join(', '));
  });
});
