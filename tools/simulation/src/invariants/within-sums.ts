import type { KeptEvent, KeptPayment } from './book.ts';
import type { Check } from './evidence.ts';

/**
 * Invariant 11, as the journal has it: at the moment at which a capture, a void or a refund was begun, there was as much
 * left, even if everything succeeded that was begun before and was not known to have failed. Banks refuse most of what is
 * too much, so that it would rarely show in their ledgers.
 */
export const withinSums: Check = ({ cases }, violations) => {
  for (const { owner, payments } of cases) {
    for (const payment of payments) for (const what of beyond(payment)) violations.add(11, owner, what);
  }
};

function beyond({ events }: KeptPayment): readonly string[] {
  const found: string[] = [];
  const begun: KeptEvent[] = [];
  const results = new Map<string, string>();
  const sumOf = (kinds: readonly string[], counts: (result: string | undefined) => boolean): bigint =>
    begun
      .filter(({ kind = '', operation = '' }) => kinds.includes(kind) && counts(results.get(operation)))
      .reduce((sum, event) => sum + unitsOf(event), 0n);
  for (const event of events) {
    const { type, operation = '', kind = '', result = '', reverses } = event;
    if (type === 'operation_settled') results.set(operation, result);
    if (type !== 'operation_begun' || reverses !== undefined) continue;
    const left =
      kind === 'refund'
        ? sumOf(['charge', 'capture', 'tokenize'], isApproved) - sumOf(['refund'], mayCount)
        : sumOf(['authorize'], isApproved) - sumOf(['capture', 'void'], mayCount);
    if (followings.has(kind) && unitsOf(event) > left) {
      found.push(`the ${kind} ${operation} of ${unitsOf(event)} was begun when ${left} was left`);
    }
    begun.push(event);
  }
  return found;
}

const followings: ReadonlySet<string> = new Set(['capture', 'void', 'refund']);

function isApproved(result: string | undefined): boolean {
  return result === 'approved';
}

function mayCount(result: string | undefined): boolean {
  return result === undefined || isApproved(result);
}

function unitsOf({ amount }: KeptEvent): bigint {
  return BigInt(amount?.minorUnits ?? '0');
}
