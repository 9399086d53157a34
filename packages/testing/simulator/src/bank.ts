import type { Clock } from './clock.ts';

export type BankEntryKind = 'authorize' | 'capture' | 'release' | 'void' | 'charge' | 'refund' | 'payout';

export interface BankEntry {
  readonly sequence: number;
  readonly at: number;
  readonly kind: BankEntryKind;
  /** Joins the entries of one hold, charge or payout. */
  readonly payment: string;
  /** The merchant's reference, so that invariants can be checked per operation. */
  readonly reference: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly currency: string;
}

export interface BankTotals {
  readonly captured: bigint;
  readonly refunded: bigint;
  /** Captured minus refunded. */
  readonly net: bigint;
  readonly held: bigint;
  readonly paidOut: bigint;
}

export type BankRefusalReason =
  | 'unknown_payment'
  | 'invalid_amount'
  | 'over_capture'
  | 'over_refund'
  | 'already_captured'
  | 'already_voided'
  | 'nothing_held';

export class BankRefusal extends Error {
  override readonly name = 'BankRefusal';
  readonly reason: BankRefusalReason;

  constructor(reason: BankRefusalReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
  }
}

export interface BankOrder {
  readonly reference: string;
  readonly amount: bigint;
  readonly currency: string;
}

export interface Bank {
  readonly entries: readonly BankEntry[];
  /** Each answers the id of the payment it opened. */
  authorize(order: BankOrder): string;
  charge(order: BankOrder): string;
  payout(order: BankOrder): string;
  /** The first capture releases what it leaves of the hold, unless `more` announces another. */
  capture(payment: string, amount: bigint, more?: boolean): void;
  void(payment: string): void;
  refund(payment: string, amount: bigint): void;
  totals(currency: string): BankTotals;
}

const sum = (entries: readonly BankEntry[], ...kinds: BankEntryKind[]): bigint =>
  entries.reduce((total, entry) => (kinds.includes(entry.kind) ? total + entry.amount : total), 0n);

/** Every answer is computed from the entries, so that the ledger and the balances cannot disagree. */
export function createBank(clock: Clock): Bank {
  const entries: BankEntry[] = [];
  const byPayment = new Map<string, BankEntry[]>();

  const append = (kind: BankEntryKind, payment: string, order: BankOrder): void => {
    const entry = Object.freeze({ sequence: entries.length + 1, at: clock.now(), kind, payment, ...order });
    entries.push(entry);
    const own = byPayment.get(payment);
    if (own === undefined) byPayment.set(payment, [entry]);
    else own.push(entry);
  };

  const requirePositive = (amount: bigint): void => {
    if (amount <= 0n) throw new BankRefusal('invalid_amount', `${amount} is not positive`);
  };

  const open = (kind: 'authorize' | 'charge' | 'payout', order: BankOrder): string => {
    requirePositive(order.amount);
    const payment = `payment-${entries.length + 1}`;
    const { reference, amount, currency } = order;
    append(kind, payment, { reference, amount, currency });
    return payment;
  };

  const history = (payment: string): readonly [BankEntry, ...BankEntry[]] => {
    const [first, ...rest] = byPayment.get(payment) ?? [];
    if (first === undefined) throw new BankRefusal('unknown_payment', payment);
    return [first, ...rest];
  };

  const held = (own: readonly BankEntry[]): bigint => sum(own, 'authorize') - sum(own, 'capture', 'release', 'void');

  const follow = (kind: BankEntryKind, first: BankEntry, amount: bigint): void =>
    append(kind, first.payment, { reference: first.reference, amount, currency: first.currency });

  const requireHold = (own: readonly BankEntry[], payment: string): void => {
    if (own.some(({ kind }) => kind === 'void')) throw new BankRefusal('already_voided', payment);
    if (!own.some(({ kind }) => kind === 'authorize')) throw new BankRefusal('nothing_held', payment);
  };

  return {
    get entries() {
      return [...entries];
    },
    authorize: (order) => open('authorize', order),
    charge: (order) => open('charge', order),
    payout: (order) => open('payout', order),
    capture(payment, amount, more = false) {
      requirePositive(amount);
      const own = history(payment);
      requireHold(own, payment);
      const available = held(own);
      if (available === 0n) throw new BankRefusal('already_captured', payment);
      if (amount > available) throw new BankRefusal('over_capture', `${amount} of ${available} held`);
      follow('capture', own[0], amount);
      if (!more && available > amount) follow('release', own[0], available - amount);
    },
    void(payment) {
      const own = history(payment);
      requireHold(own, payment);
      if (own.some(({ kind }) => kind === 'capture')) throw new BankRefusal('already_captured', payment);
      follow('void', own[0], held(own));
    },
    refund(payment, amount) {
      requirePositive(amount);
      const own = history(payment);
      const refundable = sum(own, 'capture', 'charge') - sum(own, 'refund');
      if (amount > refundable) throw new BankRefusal('over_refund', `${amount} of ${refundable} refundable`);
      follow('refund', own[0], amount);
    },
    totals(currency) {
      const own = entries.filter((entry) => entry.currency === currency);
      const captured = sum(own, 'capture', 'charge');
      const refunded = sum(own, 'refund');
      return {
        captured,
        refunded,
        net: captured - refunded,
        held: held(own),
        paidOut: sum(own, 'payout'),
      };
    },
  };
}
