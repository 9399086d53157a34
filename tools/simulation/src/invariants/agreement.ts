import type { Column } from './banks.ts';
import { sumsOf } from './banks.ts';
import type { KeptOperation } from './book.ts';
import { approvedOf } from './book.ts';
import type { Check } from './evidence.ts';
import { hasUnseenTwin } from './evidence.ts';

/**
 * Invariants 2, 3 and 5 for every case, provider and sort of movement: what the bank did stands in the journal, what the
 * journal knows the bank did, and what is settled for the merchant adds up to what the banks have.
 */
export const agreement: Check = ({ cases }, violations) => {
  for (const one of cases) {
    const { owner, payments, ledger } = one;
    const operations = payments.flatMap((payment) => payment.operations);
    const bank = sumsOf(ledger);
    const known = knownSums(operations);
    const possible = possibleSums(operations);
    for (const name of new Set([...bank.keys(), ...known.keys()])) {
      const moved = bank.get(name) ?? 0n;
      const least = known.get(name) ?? 0n;
      const most = least + (possible.get(name) ?? 0n);
      if (moved > most && !hasUnseenTwin(one))
        violations.add(2, owner, `${name}: the bank has ${moved}, the journal knows of ${least}`);
      if (moved < least) violations.add(3, owner, `${name}: the journal says ${least}, the bank has ${moved}`);
    }
    if (operations.some(isOpen) || operations.some(({ reviews }) => reviews.length > 0) || hasUnseenTwin(one)) continue;
    const settled = settledNet(operations);
    const net = bankNet(bank);
    if (settled !== net) violations.add(5, owner, `settled is ${settled}, the banks have ${net}`);
  }
};

const columns: Readonly<Record<string, Column>> = {
  charge: 'taken',
  capture: 'taken',
  refund: 'refunded',
  void: 'voided',
  payout: 'paidOut',
  authorize: 'held',
};

/** A token costs money at Paymega and nothing at PayCross. */
function columnOf(kind: string, provider: string): Column | undefined {
  if (kind === 'tokenize') return provider === 'paymega' ? 'taken' : undefined;
  return columns[kind];
}

/** What the journal knows to have moved: every approved transaction, also the superfluous ones. */
function knownSums(operations: readonly KeptOperation[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const operation of operations) {
    for (const { provider, amount } of approvedOf(operation)) {
      add(sums, provider, columnOf(operation.begun.kind ?? '', provider), BigInt(amount.minorUnits));
    }
  }
  return sums;
}

/** What may have moved by operations of which nobody knows. */
function possibleSums(operations: readonly KeptOperation[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const operation of operations.filter((one) => isOpen(one) || one.reviews.length > 0)) {
    const amount = BigInt(operation.begun.amount?.minorUnits ?? '0');
    for (const provider of new Set(operation.attempts.map(({ begun }) => begun.provider ?? ''))) {
      add(sums, provider, columnOf(operation.begun.kind ?? '', provider), amount);
    }
  }
  return sums;
}

function add(sums: Map<string, bigint>, provider: string, column: Column | undefined, amount: bigint): void {
  if (column === undefined) return;
  const name = `${provider} ${column}`;
  sums.set(name, (sums.get(name) ?? 0n) + amount);
}

function isOpen({ settled }: KeptOperation): boolean {
  return settled.length === 0;
}

/** What the merchant has by what is settled: taken minus refunded. Reversals give back what never counted. */
function settledNet(operations: readonly KeptOperation[]): bigint {
  return operations.reduce((net, { begun, settled, attempts }) => {
    const [last] = settled;
    if (last?.result !== 'approved' || begun.reverses !== undefined) return net;
    const provider = attempts.find((attempt) => attempt.begun.reference === last.reference)?.begun.provider ?? '';
    const column = columnOf(begun.kind ?? '', provider);
    const amount = BigInt(begun.amount?.minorUnits ?? '0');
    if (column === 'taken') return net + amount;
    return column === 'refunded' ? net - amount : net;
  }, 0n);
}

function bankNet(bank: ReadonlyMap<string, bigint>): bigint {
  let net = 0n;
  for (const [name, amount] of bank) {
    if (name.endsWith(' taken')) net += amount;
    if (name.endsWith(' refunded')) net -= amount;
  }
  return net;
}
