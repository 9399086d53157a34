import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { page } from '../pages/layout.ts';
import type { Markup } from '../pages/markup.ts';
import type { SiteParts } from './site.ts';
import type { SiteEnvironment } from './visitor.ts';

export interface Shown {
  readonly title: string;
  readonly content: Markup;
  /** A file of `public`. */
  readonly script?: string;
  readonly status?: ContentfulStatusCode;
  /** The payment that the panel is about. Default: the visitor's last one. */
  readonly payment?: string;
}

/** Shows a page of the shop with the panel beside it. */
export async function show(
  context: Context<SiteEnvironment>,
  { storyteller, town, latest }: SiteParts,
  { title, content, script, status = 200, payment }: Shown,
): Promise<Response> {
  const session = context.get('session');
  const panel = await storyteller.tell(payment ?? latest.get(session));
  const frame = { path: context.req.path, itemsInCart: session.cart.count, panel, providers: town.providers };
  return await context.html(page(frame, title, content, script), status);
}
