import type { OperationResult } from '@ducat/payments';
import { html } from 'hono/html';
import type { Order } from '../shop/order.ts';
import { linesTable } from './cart.ts';
import type { Markup } from './markup.ts';
import { nothing } from './markup.ts';
import { isWaiting, wordsOf } from './order-words.ts';

/** How an order stands. `challengeUrl` leads to the bank, by a link where scripts do not run and in a window where they do. */
export function orderPage(order: Order, result: OperationResult, challengeUrl: string): Markup {
  const { heading, text, tone } = wordsOf(result);
  const { status } = result;
  return html`<article data-order="${order.key}" data-status="${status}">
    <div class="notice ${tone}" role="status">
      <h1 tabindex="-1" id="result">${heading}</h1>
      <p>${text}</p>
      ${status === 'action_required' ? bankWindow(challengeUrl) : nothing}
      ${isWaiting.has(status) && status !== 'action_required' ? waiting() : nothing}
    </div>
    <p class="order-name">Order <code>${order.key}</code>${order.paidBy === undefined ? '' : `, by ${order.paidBy}`}</p>
    ${linesTable(order.lines, false)} ${status === 'declined' || status === 'not_sent' ? again(order) : nothing}
    <p class="actions"><a href="/">Back to the shop</a> <a href="/orders">Your orders</a></p>
  </article>`;
}

/** Rendered once on the server; the wheel turns only where motion is welcome. */
function waiting(): Markup {
  return html`<p class="wheel" aria-hidden="true"></p>
    <noscript
      ><p><a href="">Look again</a></p></noscript
    >`;
}

function bankWindow(challengeUrl: string): Markup {
  return html`<p class="actions"><a class="button" href="${challengeUrl}" data-bank>Confirm at your bank</a></p>
    <dialog class="bank" aria-labelledby="bank-title" data-part="bank">
      <header>
        <h2 id="bank-title">Confirm the payment</h2>
        <button type="button" class="quiet small" data-close>Close</button>
      </header>
    </dialog>`;
}

function again({ key }: Order): Markup {
  return html`<form method="post" action="/orders/${key}/again">
    <button type="submit">Pay with another card</button>
  </form>`;
}

/** For an order that another process, or nobody, knows of. */
export function noOrderPage(): Markup {
  return html`<h1>We do not know this order</h1>
    <p>It may belong to another browser.</p>
    <p><a class="button" href="/">Back to the shop</a></p>`;
}
