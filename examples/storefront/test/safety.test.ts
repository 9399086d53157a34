import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isBrowserMissing } from './browser.ts';
import { behind, buy, cards, expectResult, expectStory, fillCard, goToCheckout, orderKey, pressPay } from './visit.ts';
import { useWorld } from './world.ts';

const world = useWorld();

describe.skipIf(isBrowserMissing)('the shop', () => {
  test('shows, streams, stores and logs no card number and no security code, whatever becomes of the payment', async () => {
    const visit = await world().visit();
    const { page } = visit;
    const streamed: string[] = [];
    await page.exposeFunction('keep', (panel: string) => void streamed.push(panel));
    await page.addInitScript("document.addEventListener('panel', ({ detail }) => keep(JSON.stringify(detail)))");
    await goToCheckout(visit, /purse/);
    await fillCard(visit, cards.ownCard.replace('1111 1111', '1111 1112'));
    await pressPay(visit);
    await page.getByText('Nothing was charged yet').waitFor();
    await fillCard(visit, cards.ownCard, 'Ann Noyes');
    await page.getByLabel('Security code').fill('7391');
    await pressPay(visit);
    await expectResult(visit, 'Paid, thank you');
    await expectStory(visit, 'Settled: approved');
    const { shop, answers, logged } = world();
    const files = await readdir(shop.folder);
    const stored = await Promise.all(files.map((file) => readFile(join(shop.folder, file), 'latin1')));
    const told = [...answers.map(({ text }) => text), ...streamed, ...stored, ...logged].join('\n');
    expect(told.length).toBeGreaterThan(20_000);
    expect(streamed.length).toBeGreaterThan(0);
    expect(told).toContain('order-');
    expect(told).not.toMatch(/4[ -]?1[ -]?1[ -]?1[ -]?1[ -]?1[ -]?1[ -]?1[ -]?1/);
    // Alone: an identifier or a time may have its digits.
    expect(told).not.toMatch(/(?<![\w-])7391(?![\w-])/);
    expect(told).not.toContain('secret-key');
  });

  test('escapes what is written into its forms, and says beside the field what is wrong', async () => {
    const visit = await world().visit();
    const { page } = visit;
    const name = `"><script>alert(1)</script>`;
    await goToCheckout(visit, /purse/);
    await fillCard(visit, '4200 0000 0000 0001', name);
    await pressPay(visit);
    const alert = page.getByRole('alert');
    await alert.getByText('Nothing was charged yet').waitFor();
    expect(await alert.evaluate((element) => element.matches(':focus'))).toBe(true);
    const number = page.getByLabel('Card number');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await number.inputValue()).toBe('');
    expect(await page.getByLabel('Name on the card').inputValue()).toBe(name);
    await page.getByText('This is mistyped: its check digit does not fit.').waitFor();
    expect(await page.content()).not.toContain('<script>alert');
  });

  test('takes an order once, however often its form is sent, with whatever card', async () => {
    const visit = await world().visit();
    const { page } = visit;
    await goToCheckout(visit, /purse/);
    const key = await page.locator('form[data-card] input[name="order"]').inputValue();
    const form = { order: key, holder: 'Jane Doe', expiry: '10/35', code: '123' };
    const send = async (number: string): Promise<string> => {
      const headers = { origin: world().shop.origin };
      const response = await visit.context.request.post('/checkout', {
        form: { ...form, number },
        headers,
        maxRedirects: 0,
      });
      return `${response.status()} ${response.headers()['location'] ?? ''}`;
    };
    const sent = await Promise.all([send(cards.approved), send(cards.approved), send(cards.ownCard)]);
    expect(sent).toEqual(Array.from({ length: 3 }, () => `303 /orders/${key}`));
    await page.goto(`/orders/${key}`);
    await expectResult(visit, 'Paid, thank you');
    expect(world().entries('paycross', key)).toHaveLength(1);
  });

  test('blocks what somebody got into a page from elsewhere, and shows the report of it', async () => {
    const visit = await world().visit();
    await visit.page.goto('/');
    await visit.page.evaluate(`(() => {
      const picture = document.createElement('img');
      picture.src = 'https://elsewhere.example/?stolen';
      document.body.append(picture);
    })()`);
    await expectStory(visit, "Blocked by the page's policy: img-src");
    expect(visit.violations.length).toBeGreaterThan(0);
    (visit.violations as string[]).length = 0;
  });

  test('answers nobody who comes by another name, from another site, or for the orders of another visitor', async () => {
    const visit = await world().visit();
    const order = await buy(visit, /purse/, cards.approved);
    await expectResult(visit, 'Paid, thank you');
    const { origin } = world().shop;
    const another = await world().visit();
    expect((await another.page.goto(`/orders/${order}`))?.status()).toBe(404);
    await another.page.getByText('We do not know this order').waitFor();
    expect(await behind(another, 'Attempts').getByRole('listitem').count()).toBe(0);
    const form = { paycross: 'down' };
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await visit.context.request.post('/moods', { form, headers })).status()).toBe(403);
    expect((await visit.context.request.get('/', { headers: { host: 'elsewhere.example' } })).status()).toBe(421);
    const turned = await visit.context.request.post('/moods', {
      form: { back: '//elsewhere.example' },
      headers: { origin },
      maxRedirects: 0,
    });
    expect(turned.headers()['location']).toBe('/');
    expect(await orderKey(visit)).toBe(order);
  });
});
