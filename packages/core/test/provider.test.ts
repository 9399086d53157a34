import { describe, expect, test } from 'vitest';
import type { Provider } from '../src/index.ts';
import { ports, supports } from '../src/index.ts';
import { bareProvider } from './bare-provider.ts';

const unused = (): Promise<never> => Promise.reject(new Error('no call belongs to this test'));

describe('a provider', () => {
  test('supports the ports that are on it, and all of them when several are asked for', () => {
    const provider: Provider = { ...bareProvider, charge: unused, capture: unused };
    expect(ports.filter((port) => supports(provider, port))).toEqual(['charge', 'capture']);
    expect(supports(provider, 'charge', 'capture')).toBe(true);
    expect(supports(provider, 'charge', 'refund')).toBe(false);
  });

  test('without ports supports none', () => {
    expect(ports.filter((port) => supports(bareProvider, port))).toEqual([]);
  });

  test('supports a port that its class has, not only one of its own', () => {
    class Account {
      readonly id = 'account';
      readonly limits = bareProvider.limits;
      close(): Promise<void> {
        return Promise.resolve();
      }
      void(): Promise<never> {
        return unused();
      }
    }
    expect(supports(new Account(), 'void')).toBe(true);
  });

  test('does not support a port that is there in name only', () => {
    const provider = { ...bareProvider, charge: true, refund: undefined } as unknown as Provider;
    expect([supports(provider, 'charge'), supports(provider, 'refund')]).toEqual([false, false]);
  });

  test('has ten ports to choose from, each named once', () => {
    expect(new Set(ports).size).toBe(10);
    expect(ports).toHaveLength(10);
  });
});
