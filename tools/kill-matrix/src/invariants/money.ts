import type { BookEntry } from '../child/order.ts';
import type { Movement } from '../town/town.ts';
import { isFinal } from '../child/book.ts';
import type { Check, Evidence, Violation } from './violation.ts';

/** Invariant 1: what was opened at the banks for one operation, and neither voided nor wholly given back. */
export const noDoubleCharge: Check = ({ movements }) => {
  const kept = new Map<string, string[]>();
  for (const own of byBankPayment(movements)) {
    const [first] = own;
    if (first === undefined || (first.kind !== 'charge' && first.kind !== 'authorize')) continue;
    const isReversed = own.some(({ kind }) => kind === 'void') || sumOf(own, 'refund') === first.amount;
    if (isReversed) continue;
    const operation = first.reference.replace(/-\d+$/, '');
    kept.set(operation, [...(kept.get(operation) ?? []), `${first.provider} ${first.reference}`]);
  }
  return [...kept]
    .filter(([, charges]) => charges.length > 1)
    .map(([operation, charges]) => ({ invariant: 1, what: `${operation} was taken at ${charges.join(' and at ')}` }));
};

function byBankPayment(movements: readonly Movement[]): readonly (readonly Movement[])[] {
  return [...Map.groupBy(movements, ({ provider, payment }) => `${provider} ${payment}`).values()];
}

function sumOf(movements: readonly Movement[], ...kinds: readonly Movement['kind'][]): bigint {
  return movements.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + amount, 0n);
}

const columns = ['held', 'taken', 'refunded', 'voided'] as const;
type Column = (typeof columns)[number];

const columnOfMovement: Readonly<Record<Movement['kind'], Column | undefined>> = {
  authorize: 'held',
  charge: 'taken',
  capture: 'taken',
  refund: 'refunded',
  void: 'voided',
  release: undefined,
  payout: undefined,
};

const columnOfOperation: Readonly<Record<string, Column>> = {
  authorize: 'held',
  charge: 'taken',
  capture: 'taken',
  refund: 'refunded',
  void: 'voided',
};

/** Invariants 2, 3 and 5: by provider and sort of movement, what the bank did is what the journal says. */
export const agreement: Check = (evidence) => {
  const bank = bankSums(evidence);
  const journal = journalSums(evidence.book);
  // Of what nobody knows, nothing can be said.
  if (evidence.book.some((entry) => !isFinal(entry.status) || entry.review !== undefined)) return [];
  const violations: Violation[] = [];
  for (const name of new Set([...bank.keys(), ...journal.keys()])) {
    const [moved, known] = [bank.get(name) ?? 0n, journal.get(name) ?? 0n];
    if (moved === known) continue;
    const what = `${name}: the bank has ${moved}, the journal ${known}`;
    violations.push({ invariant: known === 0n ? 2 : moved === 0n ? 3 : 5, what });
  }
  return violations;
};

type Sums = ReadonlyMap<string, bigint>;

function bankSums({ movements }: Evidence): Sums {
  const sums = new Map<string, bigint>();
  for (const { provider, kind, amount } of movements) add(sums, provider, columnOfMovement[kind], amount);
  return sums;
}

/** Every approved attempt moved what was asked for, also one that came to light after another had settled it. */
function journalSums(book: readonly BookEntry[]): Sums {
  const sums = new Map<string, bigint>();
  for (const { operation, attempts, amount } of book) {
    for (const { provider, status } of attempts) {
      if (status === 'approved') add(sums, provider, columnOfOperation[operation], BigInt(amount));
    }
  }
  return sums;
}

function add(sums: Map<string, bigint>, provider: string, column: Column | undefined, amount: bigint): void {
  if (column === undefined) return;
  const name = `${provider} ${column}`;
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}
