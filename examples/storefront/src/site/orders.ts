import { noOrderPage, orderPage } from '../pages/order.ts';
import { ordersPage } from '../pages/orders.ts';
import type { Standing } from '../pages/orders.ts';
import { returnedPage } from '../pages/returned.ts';
import { wordsOf } from '../pages/order-words.ts';
import type { Order } from '../shop/order.ts';
import type { Session } from '../shop/session.ts';
import { readFields } from './read-fields.ts';
import { show } from './show.ts';
import type { Site, SiteParts } from './site.ts';

/** What became of orders. Every answer is the engine's; nothing that a browser says decides anything. */
export function addOrders(site: Site, parts: SiteParts): void {
  const { payments, web, cashier } = parts;

  site.get('/orders', async (context) => {
    const session = context.get('session');
    const standings = await Promise.all(session.orders.map((order) => standingOf(order, session, parts)));
    const content = ordersPage(standings.filter((standing) => standing !== undefined));
    return await show(context, parts, { title: 'Orders', content });
  });

  site.get('/orders/:key', async (context) => {
    const order = context.get('session').placed(context.req.param('key'));
    const payment = order && (await payments.get(order.key));
    if (order === undefined || payment === undefined) {
      return await show(context, parts, { title: 'Unknown order', content: noOrderPage(), status: 404 });
    }
    const [result] = payment.operations;
    const content = orderPage(order, result, web.links(order.key).challengeUrl);
    const { heading: title } = wordsOf(result);
    return await show(context, parts, { title, content, script: 'order.js', payment: order.key });
  });

  site.post('/orders/:key/again', async (context) => {
    const session = context.get('session');
    const order = session.placed(context.req.param('key'));
    const status = order && (await payments.get(order.key))?.operations[0].status;
    if (order === undefined || (status !== 'declined' && status !== 'not_sent'))
      return context.redirect('/orders', 303);
    for (const { product, count } of order.lines) session.cart.set(product, count);
    return context.redirect('/checkout', 303);
  });

  site.post('/orders/:key/renew', async (context) => {
    const session = context.get('session');
    const first = session.placed(context.req.param('key'));
    const next = first && (await standingOf(first, session, parts))?.nextMonth;
    const month = Number((await readFields(context)).get('month'));
    if (first === undefined || next === undefined || !(month >= 2 && month <= next)) {
      return context.redirect('/orders', 303);
    }
    const renewal = session.renewal(first, month);
    // The button was pressed twice: the month is charged already.
    if (session.placed(renewal.key) === undefined) await cashier.renew(session, renewal, first);
    return context.redirect(`/orders/${renewal.key}`, 303);
  });

  // The bank's window asks for it as a frame; without scripts the whole browser comes here, and goes on to the order.
  site.get('/returned', (context) => {
    const { payment = '' } = context.req.query();
    const path = /^order-[\w-]{1,34}$/.test(payment) ? `/orders/${payment}` : '/orders';
    if (context.req.header('sec-fetch-dest') === 'document') return context.redirect(path, 303);
    return context.html(returnedPage(path));
  });
}

async function standingOf(
  order: Order,
  session: Session,
  { payments, vault }: SiteParts,
): Promise<Standing | undefined> {
  const payment = await payments.get(order.key);
  if (payment === undefined) return undefined;
  const [{ status }] = payment.operations;
  const isRenewable =
    status === 'approved' && order.agreed.includes('recurring') && vault.tokenOf(order.key) !== undefined;
  return { order, status, nextMonth: isRenewable ? session.nextMonth(order) : undefined };
}
