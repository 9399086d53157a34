import type { KeptEvent, KeptPayment } from './book.ts';
import type { Check } from './evidence.ts';

/** Invariant 6: what was appended is still there as it was, one ending for each operation, and a cause for everything. */
export const appendOnly: Check = ({ cases, stored }, violations) => {
  for (const { owner, payments } of cases) {
    for (const payment of payments) {
      if (!stored.isHistory(payment.payment, payment.raw)) {
        violations.add(6, owner, `the history of ${payment.payment} is not what was appended to it`);
      }
      for (const what of brokenIn(payment)) violations.add(6, owner, what);
    }
  }
};

function brokenIn({ events, operations }: KeptPayment): readonly string[] {
  const broken: string[] = [];
  const known = new Map<string, KeptEvent>();
  for (const event of events) {
    const { type, reference = '', operation = '' } = event;
    if (type === 'attempt_begun' && (event.attempt ?? 1) > 1 && event.proof === undefined) {
      broken.push(`the attempt ${reference} names no proof that the one before took nothing`);
    }
    if (type === 'attempt_begun' && !known.has(`operation ${operation}`)) {
      broken.push(`the attempt ${reference} stands before its operation`);
    }
    if (type === 'evidence' && !known.has(`attempt ${reference}`)) {
      broken.push(`evidence of ${reference} stands before the attempt`);
    }
    if (type === 'operation_settled' && !known.has(`evidence ${reference} ${event.evidence ?? ''}`)) {
      broken.push(`${operation} is settled by evidence that is not there`);
    }
    known.set(nameOf(event), event);
  }
  for (const { key, settled, begun } of operations) {
    if (settled.length > 1) broken.push(`the ${begun.kind ?? ''} ${key} was settled ${settled.length} times`);
    const [last] = settled;
    const ground = last && known.get(`evidence ${last.reference ?? ''} ${last.evidence ?? ''}`);
    if (ground !== undefined && !agrees(last?.result ?? '', ground)) {
      broken.push(`${key} is ${last?.result ?? ''} because of evidence that says ${ground.finding?.status ?? ''}`);
    }
  }
  return broken;
}

function nameOf({ type, operation = '', reference = '', id = '' }: KeptEvent): string {
  if (type === 'operation_begun') return `operation ${operation}`;
  if (type === 'attempt_begun') return `attempt ${reference}`;
  return type === 'evidence' ? `evidence ${reference} ${id}` : type;
}

/** Only proof settles, and only by what it says. */
function agrees(result: string, { trust, finding }: KeptEvent): boolean {
  if (trust !== 'proof') return false;
  const status = finding?.status;
  return result === 'not_sent' ? status === 'not_sent' || status === 'not_found' : status === result;
}
