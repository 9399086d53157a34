import type { LedgerEntry } from '../../harness/ledger.ts';

/** The books: every movement of money, and what follows from them. */
export class Books {
  readonly entries: LedgerEntry[] = [];

  /** The first movement of a payment names the attempt; the later ones join it. */
  open(kind: 'charge' | 'authorize' | 'payout', payment: string, opening: Omit<LedgerEntry, 'kind' | 'payment'>): void {
    this.entries.push({ kind, payment, ...opening });
  }

  follow(kind: 'capture' | 'void' | 'refund', payment: string, amount: bigint): void {
    const first = this.entries.find((entry) => entry.payment === payment);
    if (first === undefined) throw new Error(`no payment ${payment}`);
    this.entries.push({ ...first, kind, amount });
  }

  held(payment: string): bigint {
    return this.#sum(payment, 'authorize') - this.#sum(payment, 'capture') - this.#sum(payment, 'void');
  }

  taken(payment: string): bigint {
    return this.#sum(payment, 'charge') + this.#sum(payment, 'capture');
  }

  refunded(payment: string): bigint {
    return this.#sum(payment, 'refund');
  }

  #sum(payment: string, kind: LedgerEntry['kind']): bigint {
    const own = this.entries.filter((entry) => entry.payment === payment && entry.kind === kind);
    return own.reduce((total, { amount }) => total + amount, 0n);
  }
}
