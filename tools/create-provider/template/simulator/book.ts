import type { Bank, Clock, Random } from '@ducat/simulator';
import { BankRefusal } from '@ducat/simulator';
import { decide } from './cards.ts';
import type { Fields } from './fields.ts';
import { readAmount, readCard, readText } from './fields.ts';
import { Refusal, invalidField } from './refusal.ts';
import type { Transaction, TransactionType } from './transaction.ts';

/** What is to become of a transaction: nothing moves, or it moves and the provider does not say so yet. */
export type Order = 'declined' | 'processing';

/** The account's transactions, and the money that they move. */
export class Book {
  readonly #bank: Bank;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #transactions: Transaction[] = [];
  readonly #orders = new Map<TransactionType, Order>();

  constructor(bank: Bank, clock: Clock, random: Random) {
    this.#bank = bank;
    this.#clock = clock;
    this.#random = random;
  }

  find(id: string): Transaction {
    const found = this.#transactions.find((transaction) => transaction.id === id);
    if (found === undefined) throw new Refusal(404, 'transaction_not_found', 'there is no such transaction');
    return found;
  }

  /** Newest first. */
  findAll(reference: string): readonly Transaction[] {
    return this.#transactions.filter((transaction) => transaction.reference === reference).reverse();
  }

  /** What becomes of the next transaction of this type. */
  order(type: TransactionType, status: Order): void {
    this.#orders.set(type, status);
  }

  /** A charge or an authorization. */
  open(type: 'charge' | 'authorization', fields: Fields): Transaction {
    const transaction = this.#read(type, fields, {
      ...decide(readCard(fields)),
      test: fields['test'] === true,
      ...(typeof fields['notify_url'] === 'string' ? { notifyUrl: fields['notify_url'] } : {}),
    });
    return this.#carryOut(transaction, () => this.#move(transaction));
  }

  /** A capture, void or refund. */
  follow(type: 'capture' | 'void' | 'refund', fields: Fields): Transaction {
    const parent = this.find(readText(fields, 'parent_id', /^\w+$/));
    const { payment = '', test, notifyUrl } = parent;
    const facts = { status: 'succeeded', test, parentId: parent.id, payment };
    const transaction = this.#read(type, fields, { ...facts, ...(notifyUrl === undefined ? {} : { notifyUrl }) });
    const { amount, currency } = transaction;
    if (currency !== parent.currency) throw invalidField('currency', 'must be that of the transaction it follows on');
    if (type === 'void' && amount !== parent.amount) throw invalidField('amount', 'must be all that was authorized');
    return this.#carryOut(transaction, () => {
      if (type === 'capture') this.#bank.capture(payment, amount);
      if (type === 'void') this.#bank.void(payment);
      if (type === 'refund') this.#bank.refund(payment, amount);
    });
  }

  /** Ends a transaction that is processing. */
  finish(id: string, status: 'succeeded' | 'declined'): Transaction {
    const transaction = this.find(id);
    transaction.status = status;
    transaction.updatedAt = this.#clock.now();
    if (status === 'succeeded' && transaction.payment === undefined) this.#move(transaction);
    return transaction;
  }

  #read(type: TransactionType, fields: Fields, facts: Pick<Transaction, 'status' | 'test'>): Transaction {
    return {
      id: `txn_${this.#random.identifier(16)}`,
      type,
      reference: readText(fields, 'reference', /^[\w-]{1,64}$/),
      amount: readAmount(fields),
      currency: readText(fields, 'currency', /^[A-Z]{3}$/),
      updatedAt: this.#clock.now(),
      ...facts,
    };
  }

  #carryOut(transaction: Transaction, move: () => void): Transaction {
    const ordered = this.#orders.get(transaction.type);
    this.#orders.delete(transaction.type);
    try {
      if (transaction.status === 'succeeded' && ordered !== 'declined') move();
    } catch (thrown) {
      throw thrown instanceof BankRefusal ? refusalOf(thrown) : thrown;
    }
    transaction.status = ordered ?? transaction.status;
    this.#transactions.push(transaction);
    return transaction;
  }

  #move(transaction: Transaction): void {
    const { reference, amount, currency, type } = transaction;
    const order = { reference, amount, currency };
    transaction.payment = type === 'authorization' ? this.#bank.authorize(order) : this.#bank.charge(order);
  }
}

function refusalOf({ reason, message }: BankRefusal): Refusal {
  return reason === 'over_capture' || reason === 'over_refund' || reason === 'invalid_amount'
    ? invalidField('amount', message)
    : new Refusal(422, 'wrong_state', message);
}
