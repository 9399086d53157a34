import type { ChargeRequest, PaymentSource } from '@ducat/core';
import { DucatError, Secret } from '@ducat/core';
import type { Payments } from '@ducat/payments';
import type { WebHandlers } from '@ducat/web';
import type { ShopVault } from '../payments/vault.ts';
import type { Fields } from './card-form.ts';
import { readCard, labelOf } from './card-form.ts';
import type { Mistakes } from './card-form.ts';
import { readBrowser } from './customer-browser.ts';
import type { Order } from './order.ts';
import type { Session } from './session.ts';

/** Takes the money for orders. */
export interface Cashier {
  /** A card that was typed in. Mistakes: nothing was begun, and the order waits for another try. */
  payByCard(session: Session, order: Order, fields: Fields, headers: Headers): Promise<Mistakes | undefined>;
  /** The card that an earlier order stored, with its security code. */
  payByRemembered(
    session: Session,
    order: Order,
    stored: Order,
    fields: Fields,
    headers: Headers,
  ): Promise<Mistakes | undefined>;
  /** The merchant charges again, as a job of the night would: the shopper is not there. */
  renew(session: Session, renewal: Order, first: Order): Promise<void>;
}

export interface CashierParts {
  readonly payments: Payments;
  readonly web: Pick<WebHandlers, 'links' | 'webhookUrl'>;
  readonly vault: ShopVault;
  /** Told before the engine begins, so that whoever watches sees all of it. */
  readonly begins: (session: Session, order: Order) => void;
}

export function createCashier({ payments, web, vault, begins }: CashierParts): Cashier {
  const detailsOf = (session: Session, order: Order): Omit<ChargeRequest, 'source'> => ({
    amount: order.total,
    description: `${order.key}: ${order.lines.map(({ product, count }) => `${count} × ${product.name}`).join(', ')}`,
    customer: { reference: session.customer, ipAddress: '127.0.0.1' },
    // PayCross would refuse the second of two equal orders within half a minute. Here every order has its own key.
    providerOptions: { paycross: { duplicateCheck: false } },
  });

  async function charge(session: Session, order: Order, request: ChargeRequest): Promise<void> {
    session.place(order);
    begins(session, order);
    const running = payments.charge(request, { key: order.key });
    order.running = running;
    try {
      await running;
    } catch (thrown) {
      // Nothing was begun, so the key is free.
      if (DucatError.is(thrown) && thrown.effect === 'none') session.takeBack(order);
      throw thrown;
    }
  }

  return {
    async payByCard(session, order, fields, headers) {
      const read = readCard(fields);
      if ('mistakes' in read) return read.mistakes;
      const usage = order.lines.some(({ product }) => product.monthly) ? (['recurring'] as const) : [];
      order.agreed = fields.get('remember') === 'yes' ? [...usage, 'oneclick'] : usage;
      order.paidBy = labelOf(read.card);
      await charge(session, order, {
        ...detailsOf(session, order),
        ...web.links(order.key).request,
        browser: readBrowser(headers, fields),
        source: { kind: 'card', card: read.card },
        ...(order.agreed.length === 0 ? {} : { storeCard: { usage: order.agreed } }),
      });
      return undefined;
    },
    async payByRemembered(session, order, stored, fields, headers) {
      const token = vault.tokenOf(stored.key);
      if (token === undefined) return new Map([['stored', 'is not known any more']]);
      const code = fields.get('code') ?? '';
      const asksItself = token.provider === 'paymega';
      if (!asksItself && !/^\d{3,4}$/.test(code)) return new Map([['code', 'must have 3 or 4 digits']]);
      if (stored.paidBy !== undefined) order.paidBy = stored.paidBy;
      const source: PaymentSource = {
        kind: 'token',
        token,
        usage: 'oneclick',
        initiator: 'customer',
        ...(asksItself ? {} : { securityCode: new Secret(code) }),
      };
      const links = web.links(order.key).request;
      const browser = readBrowser(headers, fields);
      await charge(session, order, { ...detailsOf(session, order), ...links, browser, source });
      return undefined;
    },
    async renew(session, renewal, first) {
      const token = vault.tokenOf(first.key);
      if (token === undefined) return;
      if (first.paidBy !== undefined) renewal.paidBy = first.paidBy;
      await charge(session, renewal, {
        ...detailsOf(session, renewal),
        webhookUrl: web.webhookUrl,
        source: { kind: 'token', token, usage: 'recurring', initiator: 'merchant' },
      });
    },
  };
}
