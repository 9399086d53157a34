import type { Harness, Runner } from '../../src/index.ts';
import { referenceHarness } from '../../src/reference/harness.ts';

/** The name of a promise that is quickly kept, and broken by `withoutId`. */
export const aboutIds = 'a provider bears the id that the merchant gave it, and outcomes name it by that';

/** A provider that keeps everything but its id. */
export function withoutId(): Harness {
  const good = referenceHarness();
  return { ...good, create: (origins, setup) => ({ ...good.create(origins, setup), id: 'mine' }) };
}

/** A provider that cannot pay out. */
export function withoutPayouts(): Harness {
  const good = referenceHarness();
  return {
    ...good,
    create(origins, setup) {
      const { payout: _payout, ...provider } = good.create(origins, setup);
      return provider;
    },
  };
}

/** A runner that keeps the tests it is given, by name, to be run one by one. */
export function collecting(): {
  readonly runner: Runner;
  readonly tests: Map<string, () => Promise<void>>;
  readonly groups: string[];
} {
  const tests = new Map<string, () => Promise<void>>();
  const groups: string[] = [];
  return {
    tests,
    groups,
    runner: {
      describe(name, body) {
        groups.push(name);
        body();
      },
      test: (name, body) => void tests.set(name, body),
    },
  };
}
