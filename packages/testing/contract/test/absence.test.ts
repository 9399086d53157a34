import type { Provider } from '@ducat/core';
import { ports } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { Harness } from '../src/index.ts';
import { capabilities } from '../src/promises/capabilities.ts';
import { keepPromise } from '../src/run/keep.ts';
import { changed, lacking } from './lacking.ts';

async function broken(harness: Harness): Promise<readonly string[]> {
  const names: string[] = [];
  for (const promise of capabilities) {
    const verdict = await keepPromise(harness, promise);
    if (verdict.kind === 'broken') names.push(promise.name);
  }
  return names;
}

describe('a provider may lack any port', () => {
  for (const port of ports) {
    test(`a provider without ${port} keeps what it promises`, async () => {
      expect(await broken(lacking(port))).toEqual([]);
    });
  }

  test('a provider that does nothing but charge keeps what it promises', async () => {
    expect(await broken(lacking(...ports.filter((port) => port !== 'charge')))).toEqual([]);
  });

  test('a provider whose missing port is there as undefined is told apart from one that lacks it', async () => {
    const harness = changed((provider) => ({ ...lackingOne(provider), capture: undefined }) as unknown as Provider);
    expect(await broken(harness)).toContain(
      'a port that the provider lacks is not on the object, and finding out sends nothing',
    );
  });

  test('limits that speak of a port that is not there are found', async () => {
    expect(await broken(changed(lackingOne))).toContain(
      'limits say of every operation there is how a repeat is kept from acting twice, and of no other',
    );
  });
});

function lackingOne(provider: Provider): Provider {
  const { capture, ...rest } = provider;
  return capture === undefined ? provider : rest;
}
