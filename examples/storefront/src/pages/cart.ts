import { html } from 'hono/html';
import type { Cart, Line } from '../shop/cart.ts';
import { timesPrice, totalOf } from '../shop/cart.ts';
import { priceText } from '../shop/catalogue.ts';
import type { Markup } from './markup.ts';

export function cartPage({ lines }: Cart): Markup {
  if (lines.length === 0) {
    return html`<h1>Your cart is empty</h1>
      <p><a class="button" href="/">Look around</a></p>`;
  }
  return html`<h1>Your cart</h1>
    ${linesTable(lines, true)}
    <p class="actions"><a class="button" href="/checkout">Go to checkout</a> <a href="/">Look on</a></p>`;
}

/** What is bought; with buttons that take things out, or without. */
export function linesTable(lines: readonly Line[], mayChange: boolean): Markup {
  return html`<table class="lines">
    <thead>
      <tr>
        <th scope="col">Thing</th>
        <th scope="col">Price</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map((line) => lineRow(line, mayChange))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">Total</th>
        <td>${priceText(totalOf(lines))}</td>
      </tr>
    </tfoot>
  </table>`;
}

function lineRow({ product, count }: Line, mayChange: boolean): Markup {
  const less = html`<form method="post" action="/cart/less">
    <input type="hidden" name="product" value="${product.id}" />
    <button type="submit" class="quiet small">Take one out<span class="unseen"> of ${product.name}</span></button>
  </form>`;
  return html`<tr>
    <td>
      <span class="thing">${count > 1 ? `${count} × ` : ''}${product.name}</span>
      ${product.monthly ? html`<small>every month</small>` : ''} ${mayChange ? less : ''}
    </td>
    <td>${priceText(timesPrice(product, count))}</td>
  </tr>`;
}
