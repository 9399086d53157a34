import type { Call } from '@ducat/adapter-kit';
import type { Money } from '@ducat/core';
import { toWireAmount } from './money.ts';

/** The body of a capture, void or refund, which name the transaction that they follow on. */
export function toWireChild(parent: string, amount: Money, call: Call): object {
  return { ...toWireAmount(amount), reference: call.reference, parent_id: parent };
}
