import type { Movement } from './banks.ts';
import { intentOf } from './banks.ts';
import type { Case, Check } from './evidence.ts';
import { hasUnseenTwin } from './evidence.ts';

/**
 * Invariant 1. At every moment, not only at the end: a shopper who was charged twice and got it back was charged twice.
 * What a provider doubles by itself, nobody can prevent; that has to be given back, or handed to a person, by the end.
 */
export const noDoubleCharge: Check = ({ cases }, violations) => {
  for (const one of cases) {
    for (const [operation, movements] of byOperation(one)) {
      const isDoubled = movements.some(({ reference }) => one.doubled.has(reference));
      const most = mostAtOnce(movements);
      if (most > 1 && !isDoubled) {
        violations.add(1, one.owner, `${operation} had ${most} successes at once: ${inWords(movements)}`);
      }
      const left = openAtEnd(movements);
      if (left > 1 && isDoubled && !isInReview(one, operation) && !hasUnseenTwin(one)) {
        violations.add(
          1,
          one.owner,
          `${operation} was doubled by its provider and not given back: ${inWords(movements)}`,
        );
      }
    }
  }
};

function byOperation({ ledger }: Case): ReadonlyMap<string, readonly Movement[]> {
  const found = new Map<string, Movement[]>();
  for (const movement of ledger) {
    const operation = intentOf(movement);
    found.set(operation, [...(found.get(operation) ?? []), movement]);
  }
  return found;
}

/** The bank's payments of one operation that hold or have money, after each movement. */
function standings(movements: readonly Movement[]): readonly number[] {
  const sums = new Map<string, bigint>();
  const isOpen = new Map<string, boolean>();
  return movements.map(({ provider, payment, kind, amount }) => {
    const name = `${provider} ${payment}`;
    const sign = kind === 'refund' ? -1n : kind === 'charge' || kind === 'capture' || kind === 'payout' ? 1n : 0n;
    const sum = (sums.get(name) ?? 0n) + sign * amount;
    sums.set(name, sum);
    const isHold = kind === 'authorize' || (isOpen.get(name) === true && sum > 0n);
    isOpen.set(name, kind !== 'void' && (isHold || sum > 0n));
    return [...isOpen.values()].filter(Boolean).length;
  });
}

function mostAtOnce(movements: readonly Movement[]): number {
  return Math.max(0, ...standings(movements));
}

function openAtEnd(movements: readonly Movement[]): number {
  return standings(movements).at(-1) ?? 0;
}

function isInReview({ payments }: Case, operation: string): boolean {
  return payments.some(({ operations }) =>
    operations.some(({ key, reviews }) => key.startsWith(operation) && reviews.length > 0),
  );
}

function inWords(movements: readonly Movement[]): string {
  return movements
    .map(({ provider, kind, amount, reference }) => `${provider} ${kind} ${amount} (${reference})`)
    .join(', ');
}
