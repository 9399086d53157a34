/** API page "Checkouts". */
export type CheckoutState = 'open' | 'clearing' | 'held_back' | 'paid' | 'turned_down' | 'walked_away' | 'lapsed';

export interface Checkout {
  readonly cursor: string;
  readonly order: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly sandbox: boolean;
  readonly title: string;
  readonly returnTo: string;
  readonly notifyTo: string | undefined;
  readonly openedAt: number;
  state: CheckoutState;
  reason: string | undefined;
  changedAt: number;
  /** The bank's name of the money, once it was taken. */
  payment: string | undefined;
}

/** API page "Refunds"; the money of one that is queued counts as given back. */
export type RefundState = 'queued' | 'done' | 'rejected';

export interface Refund {
  readonly cursor: string;
  readonly checkout: Checkout;
  readonly amount: bigint;
  readonly state: RefundState;
  readonly changedAt: number;
}

export type Fields = Record<string, unknown>;

export function showCheckout(checkout: Checkout, pages: string): Fields {
  const { cursor, state, amount, currency, order, sandbox, reason = null, changedAt } = checkout;
  const page = `${pages}/p/${cursor}`;
  return { cursor, state, ...money(amount, currency), order, sandbox, page, reason, changed_at: seconds(changedAt) };
}

export function showRefund({ cursor, checkout, state, amount, changedAt }: Refund): Fields {
  const { currency, sandbox } = checkout;
  const facts = { ...money(amount, currency), sandbox, changed_at: seconds(changedAt) };
  return { cursor, checkout: checkout.cursor, state, ...facts };
}

function money(amount: bigint, currency: string): Fields {
  return { amount: amount.toString(), currency };
}

export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
