import { html } from 'hono/html';
import type { Markup } from './markup.ts';

/**
 * Where shoppers arrive from their bank, inside the window of the order's page. It tells that page "done" and nothing
 * else; how the payment stands, that page asks the server.
 */
export function returnedPage(orderPath: string): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Back from your bank</title>
        <link rel="stylesheet" href="/assets/colours.css" />
        <link rel="stylesheet" href="/assets/shop.css" />
        <link rel="stylesheet" href="/assets/goods.css" />
        <script type="module" src="/assets/returned.js"></script>
      </head>
      <body class="returned">
        <main>
          <h1>Back from your bank</h1>
          <p><a class="button" href="${orderPath}" target="_top">See how your order stands</a></p>
        </main>
      </body>
    </html> `;
}
