import type { Port } from '@ducat/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Harness, Report, ReportLine } from '../src/index.ts';
import { runContract } from '../src/index.ts';
import { nounOf } from '../src/leaks/uses.ts';
import { lacking } from './lacking.ts';

// A whole run of the contract, on a machine that may have other things to do.
const patience = 120_000;

/** What stays unsaid of a provider without these ports. */
interface Lack {
  readonly absent: readonly Port[];
  readonly most: number;
  /** Promises that name none of these ports, and yet are about what only they can do. */
  readonly others: readonly string[];
}

const lacks: readonly Lack[] = [
  {
    absent: ['charge'],
    most: 36,
    others: ['a payment in one step cannot be captured'],
  },
  {
    absent: ['authorize', 'capture', 'void'],
    most: 132,
    others: [
      'of a hold no more is given back than was captured (defect 41)',
      'an amount is held on a stored card and nothing is taken',
      'a hold is found as a hold, and never as captured, voided or refunded while it is none of these',
      'what follows on a hold is told of as it is: held, then captured, then refunded',
      'a hold that was released is not told of as taken',
    ],
  },
];

describe.each(lacks)('a provider without $absent', ({ absent, most, others }) => {
  let report: Report;
  beforeAll(async () => {
    report = await runContract(lacking(...absent));
  }, patience);

  test('keeps every other promise: payments, refunds and lookups come about by the ports that it has', () => {
    const lines = report.lines.filter(({ verdict }) => verdict.kind !== 'kept');
    expect(lines.filter(({ verdict }) => verdict.kind !== 'not_made').map(({ promise }) => promise)).toEqual([]);
    const isOwn = ({ group, promise }: ReportLine): boolean =>
      absent.some((port) => promise.startsWith(`${port} `) || promise.includes(nounOf[port])) ||
      (group === 'two steps' && absent.includes('authorize'));
    expect(lines.filter((line) => !isOwn(line)).map(({ promise }) => promise)).toEqual(others);
    expect(lines.length).toBeLessThanOrEqual(most);
  });

  test('says which of its ports a promise is not made for', () => {
    for (const { verdict } of report.lines) {
      const missing = verdict.kind === 'not_made' ? verdict.missing : [];
      expect(missing.filter((port) => !absent.includes(port as Port))).toEqual([]);
    }
  });
});

describe('a provider that only holds, on a page of its own', () => {
  test(
    'breaks no promise, and proves those about refunds, lookups and webhooks',
    async () => {
      const { lines } = await runContract(withoutCards(lacking('charge', 'tokenize', 'payout')));
      expect(lines.filter(({ verdict }) => verdict.kind === 'broken').map(({ promise }) => promise)).toEqual([]);
      const groups = ['refunds', 'lookup', 'webhook', 'money'];
      const unkept = lines.filter(({ group, verdict }) => groups.includes(group) && verdict.kind !== 'kept');
      expect(unkept.map(({ promise, verdict }) => [promise, 'missing' in verdict ? verdict.missing : []])).toEqual([
        ['a payment that was declined is found as declined or not at all, never as anything else', ['cards.declined']],
        ['a payment that the provider has not finished is found as pending', ['cards.pending']],
        ['a declined payment is never told of as approved', ['cards.declined']],
      ]);
    },
    patience,
  );
});

function withoutCards(harness: Harness): Harness {
  const { world } = harness;
  const open = async (origins: Readonly<Record<string, string>>) => ({ ...(await world.open(origins)), cards: {} });
  return { ...harness, world: { ...world, open } };
}
