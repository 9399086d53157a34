import { html } from 'hono/html';
import { priceText } from '../shop/catalogue.ts';
import type { Mistakes } from '../shop/card-form.ts';
import type { Order, RememberedCard } from '../shop/order.ts';
import { suggestions } from '../town/cards.ts';
import { linesTable } from './cart.ts';
import type { Markup } from './markup.ts';
import { nothing } from './markup.ts';

export interface Checkout {
  readonly order: Order;
  readonly remembered: readonly RememberedCard[];
  /** Of the form that was sent before, by its fields. */
  readonly mistakes: Mistakes;
  /** Which form was sent before: the key of a remembered card's order, or `card`. */
  readonly tried: string;
  /** The only thing of the form that is shown again. */
  readonly holder: string;
}

export function checkoutPage(checkout: Checkout): Markup {
  const { order, remembered, mistakes } = checkout;
  return html`<h1>Checkout</h1>
    ${mistakes.size === 0 ? nothing : mistakesSummary(checkout)} ${linesTable(order.lines, false)}
    ${remembered.map((card) => oneClick(card, checkout))} ${cardForm(checkout)}`;
}

function mistakesSummary({ mistakes, tried }: Checkout): Markup {
  const idOf = (field: string): string => {
    if (field === 'stored') return 'main';
    return tried === 'card' ? field : `${field}-${tried}`;
  };
  return html`<div class="notice bad" role="alert" tabindex="-1" data-focus>
    <h2>Nothing was charged yet</h2>
    <ul>
      ${[...mistakes].map(([field, words]) => html`<li><a href="#${idOf(field)}">${labels[field] ?? field} ${words}</a></li>`)}
    </ul>
  </div>`;
}

const labels: Readonly<Record<string, string>> = {
  number: 'The card number',
  holder: 'The name',
  expiry: 'The expiry date',
  code: 'The security code',
  stored: 'The remembered card',
};

function oneClick({ order: stored, label, provider }: RememberedCard, { order, mistakes, tried }: Checkout): Markup {
  const code = `code-${stored}`;
  const wrong = tried === stored ? mistakes.get('code') : undefined;
  return html`<form class="card remembered" method="post" action="/checkout/remembered" data-paying>
    <fieldset>
      <legend>${label}</legend>
      <input type="hidden" name="order" value="${order.key}" />
      <input type="hidden" name="stored" value="${stored}" />
      ${
        provider === 'paymega'
          ? html`<p class="hint">Paymega asks for the security code on its own page.</p>`
          : html`<p class="field">
              <label for="${code}">Security code</label>
              <input
                id="${code}"
                name="code"
                inputmode="numeric"
                autocomplete="cc-csc"
                size="5"
                maxlength="4"
                required
                ${invalid(wrong, code)}
              />
              ${complaint(wrong, code)}
            </p>`
      }
      <button type="submit">Pay ${priceText(order.total)} with this card</button>
    </fieldset>
  </form>`;
}

function cardForm({ order, mistakes, tried, holder }: Checkout): Markup {
  const wrong = (field: string): string | undefined => (tried === 'card' ? mistakes.get(field) : undefined);
  const isMonthly = order.lines.some(({ product }) => product.monthly);
  return html`<form class="card" method="post" action="/checkout" data-paying data-card>
    <fieldset>
      <legend>Pay by card</legend>
      <input type="hidden" name="order" value="${order.key}" />
      ${field('number', 'Card number', { inputmode: 'numeric', autocomplete: 'cc-number', maxlength: '23' }, wrong('number'))}
      ${field('holder', 'Name on the card', { autocomplete: 'cc-name', maxlength: '35' }, wrong('holder'), holder)}
      <div class="pair">
        ${field('expiry', 'Expiry, MM / YY', { autocomplete: 'cc-exp', maxlength: '9' }, wrong('expiry'))}
        ${field('code', 'Security code', { inputmode: 'numeric', autocomplete: 'cc-csc', maxlength: '4' }, wrong('code'))}
      </div>
      ${
        isMonthly
          ? html`<p class="hint">By paying you agree that we charge this card every month, until you say stop.</p>`
          : nothing
      }
      <p class="check">
        <input type="checkbox" id="remember" name="remember" value="yes" />
        <label for="remember">Remember this card, for paying with one click</label>
      </p>
      <button type="submit">Pay ${priceText(order.total)}</button>
      <p role="status" class="paying" data-part="paying"></p>
    </fieldset>
    ${testCards()}
  </form>`;
}

function field(
  name: string,
  label: string,
  attributes: Readonly<Record<string, string>>,
  wrong: string | undefined,
  value: string = '',
): Markup {
  const written = Object.entries(attributes).map(([key, text]) => html` ${key}="${text}"`);
  return html`<p class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${value}" required ${written} ${invalid(wrong, name)} />
    ${complaint(wrong, name)}
  </p>`;
}

function invalid(wrong: string | undefined, id: string): Markup {
  return wrong === undefined ? nothing : html`aria-invalid="true" aria-describedby="${id}-wrong"`;
}

function complaint(wrong: string | undefined, id: string): Markup {
  return wrong === undefined ? nothing : html`<span class="wrong" id="${id}-wrong">This ${wrong}.</span>`;
}

function testCards(): Markup {
  return html`<details class="tests">
    <summary>Cards to try</summary>
    <p class="hint">Any name, any date to come, any three digits. Any other valid number is approved.</p>
    <ul>
      ${suggestions.map(
        ({ number, what }) =>
          html`<li><code data-number="${number}">${number.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code> ${what}</li>`,
      )}
    </ul>
  </details>`;
}
