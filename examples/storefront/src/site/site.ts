import type { Logger, Payments } from '@ducat/payments';
import type { WebHandlers } from '@ducat/web';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import type { ShopVault } from '../payments/vault.ts';
import type { Cashier } from '../shop/cashier.ts';
import type { Session } from '../shop/session.ts';
import { Sessions } from '../shop/session.ts';
import type { News } from '../story/news.ts';
import type { Notes } from '../story/notes.ts';
import type { Storyteller } from '../story/storyteller.ts';
import type { Town } from '../town/town.ts';
import { serveAssets } from './assets.ts';
import { addCheckout } from './checkout.ts';
import { addOrders } from './orders.ts';
import { addPanel } from './panel.ts';
import { addPolicyReports } from './policy-reports.ts';
import { framedPolicy, neverStored, onlyAt, pagePolicy } from './security.ts';
import { addShop } from './shop.ts';
import type { SiteEnvironment } from './visitor.ts';
import { visitors } from './visitor.ts';

/** Everything that the pages need. */
export interface SiteParts {
  /** `127.0.0.1:8080` */
  readonly host: () => string;
  readonly town: Town;
  readonly payments: Payments;
  readonly web: WebHandlers;
  readonly vault: ShopVault;
  readonly cashier: Cashier;
  readonly storyteller: Storyteller;
  readonly notes: Notes;
  readonly news: News;
  readonly logger: Logger;
  /** The payment that a visitor began last. */
  readonly latest: WeakMap<Session, string>;
}

export type Site = Hono<SiteEnvironment>;

const mostFormBytes = 16_384;

/** The shop's pages, and the handlers of `@ducat/web` under one path. */
export async function createSite(parts: SiteParts): Promise<Site> {
  const site = new Hono<SiteEnvironment>();
  site.use(onlyAt(parts.host));
  // Before everything that reads bodies, sets policies or wants cookies: banks and providers have none of ours.
  site.all('/payments/*', (context) => parts.web.handle(context.req.raw));
  site.use('/returned', framedPolicy);
  const policy = pagePolicy(parts.town.origins);
  site.use((context, next) => (context.req.path === '/returned' ? next() : policy(context, next)));
  await serveAssets(site);
  site.use(neverStored, csrf(), bodyLimit({ maxSize: mostFormBytes }));
  addPolicyReports(site, parts);
  site.use(visitors(new Sessions()));
  addShop(site, parts);
  addCheckout(site, parts);
  addOrders(site, parts);
  addPanel(site, parts);
  site.notFound((context) => context.text('There is nothing here.', 404));
  site.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // The name alone: a message may hold whatever somebody has typed.
    parts.logger.error({ name: error.name, path: context.req.routePath }, 'a page failed');
    return context.text('Something failed. Nothing is charged twice; load the page again.', 500);
  });
  return site;
}
