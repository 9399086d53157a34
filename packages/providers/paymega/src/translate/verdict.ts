import type { Operation } from '@ducat/core';
import type { InvoiceState } from './status.ts';

/** What an invoice's state says about one operation on it; `absent`: the operation has not been done (so far). */
export type Verdict = 'approved' | 'declined' | 'pending' | 'absent' | 'unmapped';

type Verdicts = Readonly<Record<InvoiceState, Verdict>>;

const charge: Verdicts = {
  open: 'pending',
  authorized: 'pending',
  capturing: 'pending',
  capture_failed: 'pending',
  paid: 'approved',
  partly_paid: 'pending',
  failed: 'declined',
  expired: 'declined',
  canceled: 'declined',
  voiding: 'pending',
  void_failed: 'pending',
  voided: 'declined',
  refunding: 'approved',
  refunded: 'approved',
  partly_refunded: 'approved',
  refund_failed: 'approved',
  charged_back: 'approved',
  unmapped: 'unmapped',
};

// A hold that was captured, voided or refunded since had been made.
const authorize: Verdicts = {
  ...charge,
  authorized: 'approved',
  capturing: 'approved',
  capture_failed: 'approved',
  partly_paid: 'approved',
  voiding: 'approved',
  void_failed: 'approved',
  voided: 'approved',
};

const capture: Verdicts = {
  ...charge,
  open: 'absent',
  authorized: 'absent',
  capture_failed: 'declined',
  partly_paid: 'approved',
  voiding: 'declined',
  void_failed: 'absent',
};

// A payment that failed or expired holds nothing any more, which is what a void is for.
const voided: Verdicts = {
  ...charge,
  open: 'absent',
  authorized: 'absent',
  capturing: 'declined',
  capture_failed: 'absent',
  paid: 'declined',
  partly_paid: 'declined',
  failed: 'approved',
  expired: 'approved',
  canceled: 'approved',
  voiding: 'pending',
  void_failed: 'declined',
  voided: 'approved',
  refunding: 'declined',
  refunded: 'declined',
  partly_refunded: 'declined',
  refund_failed: 'declined',
  charged_back: 'declined',
};

const refund: Verdicts = {
  ...charge,
  open: 'absent',
  authorized: 'absent',
  capturing: 'absent',
  capture_failed: 'absent',
  paid: 'absent',
  partly_paid: 'absent',
  voiding: 'absent',
  void_failed: 'absent',
  refunding: 'pending',
  refund_failed: 'declined',
  charged_back: 'absent',
};

const tables: Readonly<Record<Operation, Verdicts>> = {
  tokenize: charge,
  charge,
  authorize,
  capture,
  void: voided,
  refund,
  payout: charge,
};

export function verdictOn(operation: Operation, state: InvoiceState): Verdict {
  return tables[operation][state];
}

/** The operation that a state is news of, for callbacks, which name none. */
export function operationOf(state: InvoiceState, flow: string | undefined): Operation {
  if (refundStates.has(state)) return 'refund';
  if (flow === 'charge') return 'charge';
  if (voidStates.has(state)) return 'void';
  if (captureStates.has(state)) return flow === 'delayed_charge' || !paidStates.has(state) ? 'capture' : 'charge';
  return flow === 'delayed_charge' || state === 'authorized' ? 'authorize' : 'charge';
}

const refundStates: ReadonlySet<InvoiceState> = new Set<InvoiceState>([
  'refunding',
  'refunded',
  'partly_refunded',
  'refund_failed',
]);
const voidStates: ReadonlySet<InvoiceState> = new Set<InvoiceState>(['voiding', 'void_failed', 'voided']);
const paidStates: ReadonlySet<InvoiceState> = new Set<InvoiceState>(['paid', 'partly_paid']);
const captureStates: ReadonlySet<InvoiceState> = new Set<InvoiceState>([
  'paid',
  'partly_paid',
  'capturing',
  'capture_failed',
]);
