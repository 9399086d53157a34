import type { Bank, Clock, Random } from '@ducat/simulator';
import { BankRefusal } from '@ducat/simulator';
import type { Checkout, CheckoutState, Refund, RefundState } from './checkout.ts';
import { required, requiredAmount } from './form.ts';
import { Problem } from './problem.ts';

const halfHour = 30 * 60_000;

/** The merchant's checkouts and refunds, and the money that they move. */
export class Book {
  readonly #bank: Bank;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #checkouts = new Map<string, Checkout>();
  readonly #refunds = new Map<string, Refund>();

  /** What becomes of the next refunds. */
  readonly #refundStates: RefundState[] = [];

  constructor(bank: Bank, clock: Clock, random: Random) {
    this.#bank = bank;
    this.#clock = clock;
    this.#random = random;
  }

  open(form: URLSearchParams): Checkout {
    const now = this.#clock.now();
    const checkout: Checkout = {
      cursor: this.#cursor('chk'),
      order: required(form, 'order', /^[A-Za-z0-9_-]{1,64}$/),
      amount: requiredAmount(form),
      currency: required(form, 'currency', /^(eur|gbp|jpy|sek|usd)$/),
      title: required(form, 'title', /^.{1,255}$/su),
      returnTo: required(form, 'return_to', /^https?:/),
      notifyTo: form.get('notify_to') ?? undefined,
      sandbox: form.get('sandbox') === 'yes',
      openedAt: now,
      state: 'open',
      reason: undefined,
      changedAt: now,
      payment: undefined,
    };
    this.#checkouts.set(checkout.cursor, checkout);
    return checkout;
  }

  checkout(cursor: string): Checkout {
    const checkout = this.#checkouts.get(cursor);
    if (checkout === undefined) throw new Problem(404, 'no_such_thing', 'there is no such checkout');
    const isLate = this.#clock.now() > checkout.openedAt + halfHour;
    if (checkout.state === 'open' && isLate) this.settle(checkout, 'lapsed');
    return checkout;
  }

  /** The shopper, the bank or the risk desk has decided. */
  settle(checkout: Checkout, state: CheckoutState, reason?: string): void {
    const { order: reference, amount, currency } = checkout;
    if (state === 'paid') {
      checkout.payment = this.#bank.charge({ reference, amount, currency: currency.toUpperCase() });
    }
    checkout.state = state;
    checkout.reason = reason;
    checkout.changedAt = this.#clock.now();
  }

  giveBack(checkout: Checkout, form: URLSearchParams): Refund {
    const amount = requiredAmount(form);
    required(form, 'note', /^.{1,255}$/su);
    if (checkout.payment === undefined) throw new Problem(409, 'not_paid', 'the checkout is not paid');
    const state = this.#refundStates.shift() ?? 'done';
    try {
      if (state !== 'rejected') this.#bank.refund(checkout.payment, amount);
    } catch (thrown) {
      throw thrown instanceof BankRefusal ? new Problem(422, 'too_much', thrown.message, 'amount') : thrown;
    }
    const refund: Refund = {
      cursor: this.#cursor('rfd'),
      checkout,
      amount,
      state,
      changedAt: this.#clock.now(),
    };
    this.#refunds.set(refund.cursor, refund);
    return refund;
  }

  orderRefund(state: RefundState): void {
    this.#refundStates.push(state);
  }

  refund(cursor: string): Refund {
    const refund = this.#refunds.get(cursor);
    if (refund === undefined) throw new Problem(404, 'no_such_thing', 'there is no such refund');
    return refund;
  }

  #cursor(kind: string): string {
    return Buffer.from(`${kind}_${this.#random.identifier(12)}`).toString('base64url');
  }
}
