import { cartPage } from '../pages/cart.ts';
import { shopPage } from '../pages/shop.ts';
import { productNamed } from '../shop/catalogue.ts';
import { readFields } from './read-fields.ts';
import { show } from './show.ts';
import type { Site, SiteParts } from './site.ts';

/** Goods and cart. */
export function addShop(site: Site, parts: SiteParts): void {
  site.get('/', async (context) => await show(context, parts, { title: 'Shop', content: shopPage() }));

  site.get('/cart', async (context) => {
    return await show(context, parts, { title: 'Cart', content: cartPage(context.get('session').cart) });
  });

  site.post('/cart', async (context) => {
    const product = productNamed((await readFields(context)).get('product'));
    if (product !== undefined) context.get('session').cart.add(product);
    return context.redirect('/cart', 303);
  });

  site.post('/cart/less', async (context) => {
    const product = productNamed((await readFields(context)).get('product'));
    const { cart } = context.get('session');
    const line = cart.lines.find((each) => each.product === product);
    if (line !== undefined) cart.set(line.product, line.count - 1);
    return context.redirect('/cart', 303);
  });
}
