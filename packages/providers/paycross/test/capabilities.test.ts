import { capabilityTable, requireShown, tableOf } from '@ducat/contract/documents';
import { ports } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { scripted } from './scripted.ts';

const page = new URL('../../../../docs/providers/paycross.md', import.meta.url);

describe('the capability table in the documentation', () => {
  it('is what the code says', () => {
    const { provider } = scripted(() => ({ body: {} }));
    expect(() => requireShown(page, 'capabilities', capabilityTable(provider))).not.toThrow();
  });

  it('names every port there is', () => {
    expect(tableOf(page, 'capabilities').get('ports')).toBe(ports.join(', '));
  });
});
