import { randomBytes } from 'node:crypto';
import { Cart, totalOf } from './cart.ts';
import type { Line } from './cart.ts';
import type { Order } from './order.ts';

/** What the shop knows of a visitor. Nothing of a card is among it. */
export class Session {
  /** In the cookie; whoever has it is this visitor. */
  readonly id: string = randomBytes(24).toString('base64url');
  /** By which providers know the customer. It opens nothing. */
  readonly customer: string = `customer-${randomBytes(6).toString('hex')}`;
  readonly cart: Cart = new Cart();
  readonly #drafts = new Map<string, Order>();
  readonly #orders = new Map<string, Order>();

  /** Newest first. */
  get orders(): readonly Order[] {
    return [...this.#orders.values()].toReversed();
  }

  /** An order that is not placed yet. Prices and lines are those of this moment, whatever a form says later. */
  draft(lines: readonly Line[]): Order {
    const key = `order-${randomBytes(5).toString('hex')}`;
    const order: Order = { key, lines, total: totalOf(lines), agreed: [] };
    this.#drafts.set(key, order);
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size > mostDrafts && oldest !== undefined) this.#drafts.delete(oldest);
    return order;
  }

  drafted(key: unknown): Order | undefined {
    return typeof key === 'string' ? this.#drafts.get(key) : undefined;
  }

  /** The month of a subscription that would be charged next; the first was its order. */
  nextMonth(first: Order): number {
    return 2 + this.orders.filter(({ renews }) => renews === first.key).length;
  }

  /** The key says which month it is for: charged twice it is one payment. */
  renewal(first: Order, month: number): Order {
    const lines = first.lines.filter(({ product }) => product.monthly);
    const key = `${first.key}-month-${month}`;
    return { key, lines, total: totalOf(lines), agreed: [], renews: first.key };
  }

  place(order: Order): void {
    this.#drafts.delete(order.key);
    this.#orders.set(order.key, order);
  }

  /** It was not begun after all: the form is shown again. */
  takeBack(order: Order): void {
    this.#orders.delete(order.key);
    this.#drafts.set(order.key, order);
  }

  placed(key: unknown): Order | undefined {
    return typeof key === 'string' ? this.#orders.get(key) : undefined;
  }
}

const mostDrafts = 20;
const mostSessions = 1000;

/** In memory: the shop forgets its visitors when it stops. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  begin(): Session {
    const session = new Session();
    this.#sessions.set(session.id, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > mostSessions && oldest !== undefined) this.#sessions.delete(oldest);
    return session;
  }
}
