import { html } from 'hono/html';
import { catalogue, priceText } from '../shop/catalogue.ts';
import type { Product } from '../shop/catalogue.ts';
import type { Markup } from './markup.ts';

export function shopPage(): Markup {
  return html`<div class="welcome">
      <h1>For people who count.</h1>
      <p>Four things for keeping, counting, weighing and collecting coins.</p>
    </div>
    <ul class="goods">
      ${catalogue.map(productItem)}
    </ul>`;
}

function productItem({ id, name, text, price, picture, alternative, monthly }: Product): Markup {
  return html`<li>
    <img src="/assets/pictures/${picture}" alt="${alternative}" width="320" height="220" />
    <h2>${name}</h2>
    <p>${text}</p>
    <form method="post" action="/cart">
      <input type="hidden" name="product" value="${id}" />
      <span class="price">${priceText(price)}${monthly ? html` <small>a month</small>` : ''}</span>
      <button type="submit">Add<span class="unseen"> ${name} to the cart</span></button>
    </form>
  </li>`;
}
