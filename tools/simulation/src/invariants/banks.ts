import type { BankEntry } from '@ducat/simulator';
import type { Platforms } from '../network/platforms.ts';
import type { ProviderId } from '../faults/steps.ts';
import { providerIds } from '../faults/steps.ts';

/** One movement at one bank. */
export interface Movement extends BankEntry {
  readonly provider: ProviderId;
}

/** What both banks did for one case, in the order of time. */
export type Ledger = readonly Movement[];

/** The banks' ledgers by case. */
export function readBanks(platforms: Platforms, ownerOf: (reference: string) => string): ReadonlyMap<string, Ledger> {
  const all = providerIds
    .flatMap((provider) => platforms[provider].bank.entries.map((entry): Movement => ({ ...entry, provider })))
    .toSorted((one, other) => one.at - other.at || one.sequence - other.sequence);
  const ledgers = new Map<string, Movement[]>();
  for (const movement of all) {
    const owner = ownerOf(movement.reference);
    const ledger = ledgers.get(owner);
    if (ledger === undefined) ledgers.set(owner, [movement]);
    else ledger.push(movement);
  }
  return ledgers;
}

export type Column = 'held' | 'taken' | 'refunded' | 'voided' | 'paidOut';

const columns: Readonly<Record<BankEntry['kind'], Column | undefined>> = {
  authorize: 'held',
  charge: 'taken',
  capture: 'taken',
  refund: 'refunded',
  void: 'voided',
  payout: 'paidOut',
  // What a capture leaves of a hold, which nobody asked for by itself.
  release: undefined,
};

/** What moved, by provider and column, in minor units: `paymega taken`. */
export function sumsOf(ledger: Ledger): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { provider, kind, amount } of ledger) {
    const column = columns[kind];
    if (column === undefined) continue;
    const name = `${provider} ${column}`;
    sums.set(name, (sums.get(name) ?? 0n) + amount);
  }
  return sums;
}

/** What the shopper meant to pay for: the case, or its payment by token. Whatever an engine makes of keys, that is one. */
export function intentOf({ reference }: Movement): string {
  return /^[^-]+(?:-t1)?/.exec(reference)?.[0] ?? reference;
}
