import { html } from 'hono/html';
import type { Panel } from '../story/panel.ts';
import type { ProviderTown } from '../town/provider-town.ts';
import type { Markup } from './markup.ts';
import { behindTheCounter } from './panel.ts';

/** What every page shows around its own content. */
export interface Frame {
  /** The path of the page, to come back to after a switch was turned. */
  readonly path: string;
  readonly itemsInCart: number;
  readonly panel: Panel;
  readonly providers: readonly ProviderTown[];
}

const sheets = ['colours', 'shop', 'goods', 'checkout', 'order', 'behind'] as const;

export function page(frame: Frame, title: string, content: Markup, script?: string): Markup {
  const { path, itemsInCart } = frame;
  const link = (href: string, text: Markup | string): Markup =>
    html`<a href="${href}" ${href === path ? html`aria-current="page"` : ''}>${text}</a>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Ducat &amp; Daughters</title>
        <link rel="icon" href="/assets/pictures/coin.svg" type="image/svg+xml" />
        ${sheets.map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
        <script type="module" src="/assets/panel.js"></script>
        ${script === undefined ? '' : html`<script type="module" src="/assets/${script}"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the shop</a>
        <header class="top">
          <a class="brand" href="/">
            <img src="/assets/pictures/coin.svg" alt="" width="44" height="44" />
            <span>Ducat <i>&amp;</i> Daughters</span>
          </a>
          <nav aria-label="Shop">
            ${link('/', 'Shop')} ${link('/orders', 'Orders')}
            ${link(
              '/cart',
              html`Cart <b class="count" aria-hidden="true">${String(itemsInCart)}</b
                ><span class="unseen">, ${String(itemsInCart)} ${itemsInCart === 1 ? 'thing' : 'things'}</span>`,
            )}
          </nav>
          <a class="peek" href="#behind">What happened</a>
        </header>
        <div class="counter">
          <main id="main" tabindex="-1">${content}</main>
          ${behindTheCounter(frame)}
        </div>
        <footer class="bottom">
          <p>Nothing here costs anything: both banks are simulators on this computer.</p>
        </footer>
      </body>
    </html> `;
}
