import { DucatError } from '@ducat/core';
import type { Context } from 'hono';
import { checkoutPage } from '../pages/checkout.ts';
import type { Fields, Mistakes } from '../shop/card-form.ts';
import type { Order, RememberedCard } from '../shop/order.ts';
import type { Session } from '../shop/session.ts';
import { readFields } from './read-fields.ts';
import { show } from './show.ts';
import type { Site, SiteParts } from './site.ts';
import type { SiteEnvironment } from './visitor.ts';

/** The forms that pay. A form has an order's key; sent twice it is one payment, however it is sent. */
export function addCheckout(site: Site, parts: SiteParts): void {
  const { cashier } = parts;

  site.get('/checkout', async (context) => {
    const session = context.get('session');
    if (session.cart.count === 0) return context.redirect('/cart', 303);
    return await showCheckout(context, parts, session.draft(session.cart.lines));
  });

  site.post('/checkout', async (context) => {
    const fields = await readFields(context);
    return await pay(context, parts, fields, 'card', (session, order) =>
      cashier.payByCard(session, order, fields, context.req.raw.headers),
    );
  });

  site.post('/checkout/remembered', async (context) => {
    const fields = await readFields(context);
    return await pay(context, parts, fields, fields.get('stored') ?? '', async (session, order) => {
      const stored = session.placed(fields.get('stored'));
      if (stored?.agreed.includes('oneclick') !== true) return new Map([['stored', 'is not known any more']]);
      return await cashier.payByRemembered(session, order, stored, fields, context.req.raw.headers);
    });
  });
}

async function pay(
  context: Context<SiteEnvironment>,
  parts: SiteParts,
  fields: Fields,
  tried: string,
  take: (session: Session, order: Order) => Promise<Mistakes | undefined>,
): Promise<Response> {
  const session = context.get('session');
  const placed = session.placed(fields.get('order'));
  const order = placed ?? session.drafted(fields.get('order'));
  if (order === undefined) return context.redirect('/cart', 303);
  if (placed !== undefined) {
    // The button was pressed twice, or the form came by the browser's way back: it is the same order.
    await placed.running?.catch(() => undefined);
    return context.redirect(`/orders/${order.key}`, 303);
  }
  try {
    const mistakes = await take(session, order);
    if (mistakes !== undefined) return await showCheckout(context, parts, order, { fields, mistakes, tried });
  } catch (thrown) {
    if (!DucatError.is(thrown)) throw thrown;
    if (thrown.effect === 'none') {
      const mistakes = new Map([['stored', 'or something else of the form was refused; nothing was sent']]);
      return await showCheckout(context, parts, order, { fields, mistakes, tried });
    }
  }
  session.cart.clear();
  return context.redirect(`/orders/${order.key}`, 303);
}

async function showCheckout(
  context: Context<SiteEnvironment>,
  parts: SiteParts,
  order: Order,
  before?: { readonly fields: Fields; readonly mistakes: Mistakes; readonly tried: string },
): Promise<Response> {
  const content = checkoutPage({
    order,
    remembered: rememberedBy(context.get('session'), parts),
    mistakes: before?.mistakes ?? new Map(),
    tried: before?.tried ?? '',
    holder: before?.tried === 'card' ? (before.fields.get('holder') ?? '') : '',
  });
  const status = before === undefined ? 200 : 422;
  return await show(context, parts, { title: 'Checkout', content, script: 'checkout.js', status });
}

function rememberedBy({ orders }: Session, { vault }: SiteParts): RememberedCard[] {
  return orders.flatMap(({ key, agreed, paidBy: label = 'A card' }) => {
    const token = agreed.includes('oneclick') ? vault.tokenOf(key) : undefined;
    return token === undefined ? [] : [{ order: key, label, provider: token.provider }];
  });
}
