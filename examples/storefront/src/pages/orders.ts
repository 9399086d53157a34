import type { OperationResult } from '@ducat/payments';
import { html } from 'hono/html';
import { priceText } from '../shop/catalogue.ts';
import type { Order } from '../shop/order.ts';
import type { Markup } from './markup.ts';
import { nothing } from './markup.ts';

/** An order and how it stands. */
export interface Standing {
  readonly order: Order;
  readonly status: OperationResult['status'];
  /** The month that its card can be charged for next, without the shopper. */
  readonly nextMonth: number | undefined;
}

export function ordersPage(standings: readonly Standing[]): Markup {
  const subscriptions = standings.filter(({ nextMonth }) => nextMonth !== undefined);
  return html`<h1>Your orders</h1>
    ${standings.length === 0 ? html`<p>There are none yet.</p>` : ordersTable(standings)}
    ${subscriptions.length === 0 ? nothing : subscriptionList(subscriptions)}`;
}

function ordersTable(standings: readonly Standing[]): Markup {
  return html`<table class="lines">
    <thead>
      <tr>
        <th scope="col">Order</th>
        <th scope="col">Total</th>
      </tr>
    </thead>
    <tbody>
      ${standings.map(
        ({ order, status }) =>
          html`<tr>
            <td>
              <a href="/orders/${order.key}">${order.key}</a>
              <small>${status.replaceAll('_', ' ')}${order.renews === undefined ? '' : ', a renewal'}</small>
            </td>
            <td>${priceText(order.total)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function subscriptionList(subscriptions: readonly Standing[]): Markup {
  return html`<section aria-labelledby="subscriptions">
    <h2 id="subscriptions">Subscriptions</h2>
    ${subscriptions.map(
      ({ order, nextMonth }) =>
        html`<form class="subscription" method="post" action="/orders/${order.key}/renew">
          <input type="hidden" name="month" value="${String(nextMonth)}" />
          <p>Coin of the month, by ${order.paidBy ?? 'your card'}</p>
          <p class="hint">The next month charges the stored card, as a job of the night would: nobody is asked.</p>
          <button type="submit">Let a month pass</button>
        </form>`,
    )}
  </section>`;
}
