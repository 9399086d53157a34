import type { Platform } from '../platform.ts';
import { amountOf, textOf } from '../requests/json-object.ts';
import { refuse } from '../requests/refusal.ts';
import { conclude } from '../transactions/lifecycle.ts';
import { approvedCode } from '../transactions/processing-codes.ts';
import { capturable } from '../transactions/settlement.ts';
import type { Transaction, TransactionType } from '../transactions/transaction.ts';
import type { Call, Operation } from './operation.ts';

interface ChildRule {
  readonly type: 'capture' | 'void' | 'refund';
  readonly parents: readonly TransactionType[];
  readonly pastParticiple: string;
  /** What the parent still has for this; nothing means it cannot be done at all. */
  available(parent: Transaction, platform: Platform): bigint;
}

function child(rule: ChildRule): Operation {
  return (platform: Platform, call: Call) => {
    const { request } = call;
    const parent = platform.register.find(textOf(request, 'parent_uid') ?? '');
    if (parent === undefined) return refuse(['parent_uid'], 'Parent transaction is not found', 'missing_record');
    const amount = amountOf(request);
    const key = [rule.type, parent.uid, amount];
    platform.duplicates.refuseRepeat(request, key);
    const isEligible = rule.parents.includes(parent.type) && parent.status === 'successful';
    const available = isEligible ? rule.available(parent, platform) : 0n;
    if (available === 0n) refuse(['base'], `transaction can't be ${rule.pastParticiple}`);
    if (amount > available) refuse(['amount'], `can't be greater than ${available}`);
    platform.duplicates.remember(key);
    const { currency, test } = parent;
    const transaction = platform.register.open({
      ...call,
      type: rule.type,
      amount,
      currency,
      test,
      parent,
      card: undefined,
      token: undefined,
      verification: undefined,
    });
    // The card has already paid, so only an ordered verdict refuses.
    conclude(platform, transaction, platform.verdicts.next() ?? approvedCode);
    return transaction;
  };
}

export const capture: Operation = child({
  type: 'capture',
  parents: ['authorization'],
  pastParticiple: 'captured',
  available: (parent, { options }) => (parent.captured > 0n && !options.multipleCaptures ? 0n : capturable(parent)),
});

/** A hold that has been captured, even in part, can no longer be voided. */
export const voidHold: Operation = child({
  type: 'void',
  parents: ['authorization'],
  pastParticiple: 'voided',
  available: (parent) => (parent.captured > 0n ? 0n : capturable(parent)),
});

export const refund: Operation = child({
  type: 'refund',
  parents: ['payment', 'capture'],
  pastParticiple: 'refunded',
  available: (parent) => parent.amount - parent.refunded,
});
