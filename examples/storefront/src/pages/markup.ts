import { html } from 'hono/html';

/** What `html` writes: everything that is put into it is escaped, unless it is markup itself. */
export type Markup = ReturnType<typeof html>;

/** Nothing at all. */
export const nothing: Markup = html``;
