import { Money, Secret } from '@ducat/core';
import { readOptions } from '@ducat/validation';
import { secret, text } from '@ducat/validation/schemas';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refusalOf } from './refusal.ts';

describe('options', () => {
  const options = z.strictObject({ key: secret, name: text(10), timeout: z.int().default(5) });

  test('come back with their defaults and the very same instances', () => {
    const key = new Secret('the-key');
    const read = readOptions(options, { key, name: 'a' });
    expect(read).toEqual({ key, name: 'a', timeout: 5 });
    expect(read.key).toBe(key);
  });

  test('are refused with every wrong field, without a value', () => {
    const error = refusalOf(() => readOptions(options, { key: 'sk_live_canary', name: 'sk_live_canary', tiemout: 1 }));
    expect(error).toMatchObject({ code: 'invalid_options', effect: 'none' });
    expect(error.issues.map(({ path }) => path).sort()).toEqual(['key', 'name', 'tiemout']);
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
  });

  test('that cannot even be read are refused as options, whatever throws in them', () => {
    const proxies = {
      key: new Secret('a'),
      get name(): string {
        throw new Error('canary');
      },
    };
    const amounts = z.strictObject({ name: z.string().max(10) });
    for (const read of [
      () => readOptions(options, proxies),
      // Comparing the "length" throws, because amounts are not compared as numbers.
      () => readOptions(amounts, { name: { length: Money.of(2n, 'KWD') } }),
    ]) {
      const error = refusalOf(read);
      expect(error).toMatchObject({ code: 'invalid_options', effect: 'none' });
      expect(JSON.stringify(error) + error.stack).not.toContain('canary');
    }
  });
});
