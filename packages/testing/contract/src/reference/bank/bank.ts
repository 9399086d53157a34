import type { CardData } from '@ducat/core';
import { randomUUID } from 'node:crypto';
import type { LedgerEntry } from '../../harness/ledger.ts';
import { Books } from './books.ts';
import type { WireForm, WireOrder, WireTransaction } from './transaction.ts';

/** A refusal: nothing was done. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const card = (number: string): CardData => ({
  number,
  expiryMonth: 11,
  expiryYear: 2036,
  holder: 'Jane Doe',
  securityCode: '738',
});

/** Cards by what becomes of them. Any other is approved. */
export const cards: Readonly<
  Record<'approved' | 'declined' | 'challenged' | 'challengedFirstVersion' | 'pending', CardData>
> = {
  approved: card('4539148803436467'),
  declined: card('4485275742308327'),
  challenged: card('4716059205173860'),
  challengedFirstVersion: card('4532756279624064'),
  pending: card('4024007198964305'),
};

type Verdict = 'done' | 'declined' | 'processing' | 'waiting';

/** What a shopper that is waited for is shown. */
export interface Pages {
  urlFor(id: string): string;
  formFor(id: string, termUrl: string | undefined): WireForm;
}

interface Kept extends WireTransaction {
  /** Joins it with its parent in the books. */
  readonly payment: string;
}

interface StoredCard {
  readonly number: string;
  readonly customer: string | undefined;
  readonly usages: readonly string[];
}

/** A bank of one merchant: it takes orders, decides by the card, and writes its books. */
export class Bank {
  readonly #books = new Books();
  readonly #transactions = new Map<string, Kept>();
  readonly #tokens = new Map<string, StoredCard>();
  readonly #numbers = new Map<string, string>();
  readonly #orders = new Map<string, WireOrder>();
  readonly #verdicts = new Map<string, Verdict>();

  get entries(): readonly LedgerEntry[] {
    return [...this.#books.entries];
  }

  /** The next order of this kind is decided so, whatever its card. */
  decideNext(kind: string, verdict: 'declined' | 'processing'): void {
    this.#verdicts.set(kind, verdict);
  }

  find(id: string): WireTransaction | undefined {
    const kept = this.#transactions.get(id);
    return kept === undefined ? undefined : this.#shown(kept);
  }

  findAll(reference: string): readonly WireTransaction[] {
    const own = [...this.#transactions.values()].filter((one) => one.reference === reference);
    return own.map((kept) => this.#shown(kept)).toReversed();
  }

  /** @throws Refusal when the order is not one that can be carried out. */
  order(order: WireOrder, reference: string, pages: Pages): WireTransaction {
    if (!/^[1-9]\d{0,18}$/.test(order.amount)) throw new Refusal(422, 'invalid', 'amount');
    const parent = order.parent === undefined ? undefined : this.#transactions.get(order.parent);
    if (order.parent !== undefined && parent === undefined) throw new Refusal(404, 'not_found', 'no such parent');
    if (parent !== undefined) this.#requirePossible(order, parent);
    const number = this.#numberOf(order);
    const id = randomUUID();
    const verdict = this.#verdictOn(order, number);
    const isWaiting = verdict === 'waiting';
    const isFirstVersion = number === cards.challengedFirstVersion.number;
    const kept: Kept = {
      id,
      kind: order.kind,
      status: verdict,
      reference,
      parent: order.parent ?? null,
      amount: order.amount,
      currency: order.currency,
      test: order.test,
      reason: verdict === 'declined' ? 'insufficient_funds' : null,
      action_url: isWaiting && !isFirstVersion ? pages.urlFor(id) : null,
      form: isWaiting && isFirstVersion ? pages.formFor(id, order.term_url) : null,
      token: order.token ?? null,
      customer: order.customer ?? null,
      card: null,
      captured: '0',
      refunded: '0',
      changed_at: Date.now(),
      payment: parent?.payment ?? id,
    };
    this.#transactions.set(id, kept);
    this.#orders.set(id, order);
    if (number !== undefined) this.#numbers.set(id, number);
    if (verdict === 'done') this.#carryOut(kept, order);
    return this.find(id) ?? kept;
  }

  /** The shopper decides on the bank's page. */
  decide(id: string, approves: boolean): string {
    const kept = this.#transactions.get(id);
    const order = this.#orders.get(id);
    if (kept === undefined || order === undefined) throw new Refusal(404, 'not_found', 'no such page');
    if (kept.status === 'waiting') {
      if (!this.#numbers.has(id)) this.#numbers.set(id, cards.approved.number);
      const changed = { status: approves ? 'done' : 'declined', reason: approves ? null : 'authentication_failed' };
      this.#transactions.set(id, { ...kept, ...changed, action_url: null, form: null, changed_at: Date.now() });
      if (approves) this.#carryOut(kept, order);
    }
    return order.return_url ?? 'about:blank';
  }

  #requirePossible(order: WireOrder, parent: Kept): void {
    const amount = BigInt(order.amount);
    const { payment } = parent;
    const refuse = (message: string): never => {
      throw new Refusal(409, 'impossible', message);
    };
    if (parent.status !== 'done' || order.currency !== parent.currency) refuse('the parent is not that');
    if (order.kind === 'refund') {
      if (parent.kind !== 'charge' && parent.kind !== 'capture') refuse('nothing was taken');
      const given = [...this.#transactions.values()].filter((one) => one.parent === parent.id && one.status === 'done');
      const left = given.reduce((sum, one) => sum - BigInt(one.amount), BigInt(parent.amount));
      if (amount > left) refuse('more than was taken');
      return;
    }
    if (parent.kind !== 'authorize' || amount > this.#books.held(payment)) refuse('more than is held');
    if (order.kind === 'void' && (this.#books.taken(payment) > 0n || amount !== this.#books.held(payment)))
      refuse('only a whole hold can be released');
  }

  #numberOf({ card, token, usage, customer }: WireOrder): string | undefined {
    if (token === undefined) return card?.number;
    const stored = this.#tokens.get(token);
    if (stored === undefined) throw new Refusal(404, 'not_found', 'no such token');
    const isOwn = stored.customer === customer && stored.usages.includes(usage ?? '');
    if (!isOwn) throw new Refusal(422, 'invalid', 'the token is not for that');
    return stored.number;
  }

  #verdictOn({ kind, hosted }: WireOrder, number: string | undefined): Verdict {
    const arranged = this.#verdicts.get(kind);
    this.#verdicts.delete(kind);
    if (arranged !== undefined) return arranged;
    if (number === cards.declined.number) return 'declined';
    if (number === cards.pending.number) return 'processing';
    const isChallenged = number === cards.challenged.number || number === cards.challengedFirstVersion.number;
    return hosted === true || (isChallenged && kind !== 'payout') ? 'waiting' : 'done';
  }

  #carryOut({ id, kind, payment, reference }: Kept, order: WireOrder): void {
    const amount = BigInt(order.amount);
    const opening = { reference, amount, currency: order.currency };
    if (kind === 'charge' || kind === 'authorize' || kind === 'payout') this.#books.open(kind, payment, opening);
    else if (kind !== 'tokenize') this.#books.follow(kind, payment, amount);
    const number = this.#numbers.get(id);
    if (order.store === undefined || number === undefined) return;
    const token = `token_${randomUUID()}`;
    this.#tokens.set(token, { number, customer: order.customer, usages: order.store });
    const kept = this.#transactions.get(id);
    if (kept !== undefined) this.#transactions.set(id, { ...kept, token });
  }

  #shown({ payment, ...transaction }: Kept): WireTransaction {
    const number = this.#numbers.get(transaction.id);
    const shown = { first_six: number?.slice(0, 6) ?? '', last_four: number?.slice(-4) ?? '', brand: 'visa' };
    return {
      ...transaction,
      card: number === undefined ? null : { ...shown, expiry_month: 11, expiry_year: 2036 },
      captured: String(this.#books.taken(payment)),
      refunded: String(this.#books.refunded(payment)),
    };
  }
}
