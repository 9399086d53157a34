import type { TransactionType } from '../transactions/transaction.ts';
import { cardOrder } from './card-order.ts';
import { capture, refund, voidHold } from './child.ts';
import type { Operation } from './operation.ts';
import { credit, payout } from './payout.ts';

export const operations: Readonly<Record<TransactionType, Operation>> = {
  payment: cardOrder('payment'),
  authorization: cardOrder('authorization'),
  tokenization: cardOrder('tokenization'),
  checkup: cardOrder('checkup'),
  capture,
  void: voidHold,
  refund,
  payout,
  credit,
};

/** PayCross docs: every kind is posted to the plural of its name. */
export function typeOfPath(plural: string): TransactionType | undefined {
  const name = plural.endsWith('s') ? plural.slice(0, -1) : '';
  return Object.hasOwn(operations, name) ? (name as TransactionType) : undefined;
}
