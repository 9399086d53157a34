import type { Check } from './evidence.ts';
import { hasUnseenTwin } from './evidence.ts';

/** Invariant 5 over everything: per currency, what was captured minus what was refunded, where nothing is open. */
export const totals: Check = ({ cases }, violations) => {
  const sums = new Map<string, { bank: bigint; journal: bigint }>();
  const of = (currency: string): { bank: bigint; journal: bigint } => {
    const known = sums.get(currency) ?? { bank: 0n, journal: 0n };
    sums.set(currency, known);
    return known;
  };
  for (const one of cases) {
    const { ledger, payments } = one;
    const operations = payments.flatMap((payment) => payment.operations);
    if (operations.some(({ settled, reviews }) => settled.length === 0 || reviews.length > 0) || hasUnseenTwin(one))
      continue;
    for (const { kind, amount, currency } of ledger) {
      if (kind === 'charge' || kind === 'capture') of(currency).bank += amount;
      if (kind === 'refund') of(currency).bank -= amount;
    }
    for (const { begun, settled, attempts } of operations) {
      const [last] = settled;
      if (last?.result !== 'approved' || begun.amount === undefined || begun.reverses !== undefined) continue;
      const { minorUnits, currency } = begun.amount;
      const provider = attempts.find((attempt) => attempt.begun.reference === last.reference)?.begun.provider;
      const isToken = begun.kind === 'tokenize' && provider === 'paymega';
      if (begun.kind === 'charge' || begun.kind === 'capture' || isToken) of(currency).journal += BigInt(minorUnits);
      if (begun.kind === 'refund') of(currency).journal -= BigInt(minorUnits);
    }
  }
  for (const [currency, { bank, journal }] of sums) {
    if (bank !== journal) violations.add(5, '', `${currency}: the banks have ${bank}, the journal ${journal}`);
  }
};
