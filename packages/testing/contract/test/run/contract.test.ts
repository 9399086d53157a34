import { describe, expect, test } from 'vitest';
import type { Deviation } from '../../src/index.ts';
import { contract, promises } from '../../src/index.ts';
import { referenceHarness } from '../../src/reference/harness.ts';
import { aboutIds, collecting, withoutId, withoutPayouts } from './toy.ts';

const deviation: Deviation = {
  promise: aboutIds,
  reason: 'it is being renamed',
  link: 'https://tracker.example/1',
  until: '2999-12-31',
};

function testOf(
  harness = referenceHarness() as Parameters<typeof contract>[0],
  ...deviations: Deviation[]
): () => Promise<void> {
  const { runner, tests } = collecting();
  contract(harness, runner, { deviations });
  return testNamed(tests, aboutIds);
}

function testNamed(tests: ReadonlyMap<string, () => Promise<void>>, name: string): () => Promise<void> {
  const found = tests.get(name);
  if (found === undefined) throw new Error(`there is no test ${name}`);
  return found;
}

describe('a contract', () => {
  test('registers each promise as one test, in its group', () => {
    const { runner, tests, groups } = collecting();
    contract(referenceHarness(), runner);
    expect([...tests.keys()]).toEqual(promises.map(({ name }) => name));
    expect(groups).toEqual(['contract', ...new Set(promises.map(({ group }) => group))]);
  });

  test('passes where the promise is kept, and fails with the assertion where it is broken', async () => {
    await testOf()();
    await expect(testOf(withoutId())()).rejects.toThrow(/second-account/);
  });

  test('passes where a promise is not made, because the provider lacks the port', async () => {
    const { runner, tests } = collecting();
    contract(withoutPayouts(), runner);
    const about = testNamed(tests, 'a payout to a card sends exactly the amount and takes nothing');
    await expect(about()).resolves.toBeUndefined();
  });

  test('fails where the provider cannot be created', async () => {
    const create = (): never => {
      throw new Error('no such account');
    };
    await expect(testOf({ ...referenceHarness(), create })()).rejects.toThrow('no such account');
  });
});

describe('a deviation', () => {
  test('lets a broken promise pass until its date', async () => {
    await expect(testOf(withoutId(), deviation)()).resolves.toBeUndefined();
  });

  test('fails when its date is over', async () => {
    await expect(testOf(withoutId(), { ...deviation, until: '2020-02-29' })()).rejects.toThrow(
      'allowed until 2020-02-29',
    );
  });

  test.each(['soon', '2999-13-01', ''])('fails when its date is none: "%s"', async (until) => {
    await expect(testOf(withoutId(), { ...deviation, until })()).rejects.toThrow('write YYYY-MM-DD');
  });

  test('fails when the promise is kept', async () => {
    await expect(testOf(referenceHarness(), deviation)()).rejects.toThrow('take the deviation out');
  });

  test('fails when the promise is not made', async () => {
    const promise = 'a payout that is declined sends nothing';
    const { runner, tests } = collecting();
    contract(withoutPayouts(), runner, { deviations: [{ ...deviation, promise }] });
    await expect(tests.get(promise)?.()).rejects.toThrow('not made: take the deviation out');
  });

  test('has to name a promise', () => {
    const { runner } = collecting();
    const deviations = [{ ...deviation, promise: 'a promise that nobody made' }];
    expect(() => contract(referenceHarness(), runner, { deviations })).toThrow('names no promise');
  });
});
