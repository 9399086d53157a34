import type { Bank } from '@ducat/simulator';

import { textOf } from '../requests/json-object.ts';
import type { Transaction } from './transaction.ts';

interface Held {
  readonly parent: Transaction;
  readonly payment: string;
}

function heldBy({ parent }: Transaction): Held {
  if (parent?.bankPayment === undefined) throw new Error('The parent moved no money');
  return { parent, payment: parent.bankPayment };
}

export const capturable = (authorization: Transaction): bigint =>
  authorization.amount - authorization.captured - authorization.voided;

function capture(bank: Bank, transaction: Transaction): void {
  const { parent, payment } = heldBy(transaction);
  bank.capture(payment, transaction.amount, capturable(parent) > transaction.amount);
  parent.captured += transaction.amount;
  transaction.bankPayment = payment;
}

/** The bank voids whole holds only: what a partial void leaves is held anew. */
function voidHold(bank: Bank, transaction: Transaction): void {
  const { parent, payment } = heldBy(transaction);
  bank.void(payment);
  parent.voided += transaction.amount;
  const left = capturable(parent);
  if (left > 0n) parent.bankPayment = bank.authorize({ ...orderOf(parent), amount: left });
}

function refund(bank: Bank, transaction: Transaction): void {
  const { parent, payment } = heldBy(transaction);
  bank.refund(payment, transaction.amount);
  parent.refunded += transaction.amount;
}

function orderOf({ request, uid, amount, currency }: Transaction): {
  readonly reference: string;
  readonly amount: bigint;
  readonly currency: string;
} {
  return { reference: textOf(request, 'tracking_id') ?? uid, amount, currency };
}

/** What success does to the ledger. Tokenizations and check-ups move no money. */
export function settle(bank: Bank, transaction: Transaction): void {
  switch (transaction.type) {
    case 'payment':
      transaction.bankPayment = bank.charge(orderOf(transaction));
      return;
    case 'authorization':
      transaction.bankPayment = bank.authorize(orderOf(transaction));
      return;
    case 'payout':
    case 'credit':
      transaction.bankPayment = bank.payout(orderOf(transaction));
      return;
    case 'capture':
      return capture(bank, transaction);
    case 'void':
      return voidHold(bank, transaction);
    case 'refund':
      return refund(bank, transaction);
    case 'tokenization':
    case 'checkup':
      return;
  }
}
