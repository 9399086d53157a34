import { describe, expect, test } from 'vitest';
import { isBrowserMissing } from './browser.ts';
import type { Visit } from './visit.ts';
import { cards, expectResult, fillCard, goToCheckout, orderKey, pressPay } from './visit.ts';
import { useWorld } from './world.ts';

const world = useWorld();

describe.skipIf(isBrowserMissing)('at a desk and on a phone', () => {
  test.each([
    ['by a form', /scale/, 'paymega'],
    ['by a redirect', /purse/, 'paycross'],
  ] as const)('without JavaScript the way through the bank is whole pages: %s', async (_way, thing, provider) => {
    await world().everySize(
      async (visit) => {
        const { page } = visit;
        await goToCheckout(visit, thing);
        await fillCard(visit, cards.challenge);
        await pressPay(visit);
        const order = await orderKey(visit);
        await page.getByRole('link', { name: 'Confirm at your bank' }).click();
        if (provider === 'paymega') {
          await page.getByRole('button', { name: 'Go to the bank' }).click();
          await page.getByLabel('Answer').selectOption('approve');
          await page.getByRole('button', { name: 'Send' }).click();
          await page.getByRole('button', { name: 'Continue' }).click();
        } else {
          await page.getByRole('button', { name: 'approve' }).click();
        }
        await expectResult(visit, 'Paid, thank you');
        expect(await orderKey(visit)).toBe(order);
        expect(world().entries(provider, order)).toHaveLength(1);
        await page.getByRole('region', { name: 'What happened' }).getByText('The shopper is back').waitFor();
      },
      { javaScriptEnabled: false },
    );
  });

  test('without a mouse everything can be bought, confirmed at the bank, and broken', async () => {
    await world().everySize(async (visit) => {
      const { page } = visit;
      await page.goto('/');
      await tabTo(visit, /^Skip to the shop$/);
      await page.keyboard.press('Enter');
      await tabTo(visit, /Counting tray/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Your cart' }).waitFor();
      await tabTo(visit, /^Go to checkout$/);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Checkout' }).waitFor();
      for (const [field, text] of [
        ['Card number', cards.challenge],
        ['Name on the card', 'Jane Doe'],
        ['Expiry', '1035'],
        ['Security code', '123'],
      ] as const) {
        await tabTo(visit, new RegExp(field));
        await page.keyboard.type(text.replaceAll(' ', field === 'Card number' ? '' : ' '));
      }
      await page.keyboard.press('Enter');
      await expectResult(visit, 'Your bank wants to be asked');
      await page.frameLocator('dialog iframe').getByRole('button', { name: 'approve' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      // The browser tells the page a moment after it has closed the window.
      await page.locator('[data-bank]:focus').waitFor();
      await page.keyboard.press('Enter');
      const approve = page.frameLocator('dialog iframe').getByRole('button', { name: 'approve' });
      await approve.waitFor();
      for (
        let presses = 0;
        presses < 10 && !(await approve.evaluate((button) => button.matches(':focus')));
        presses += 1
      ) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await expectResult(visit, 'Paid, thank you');
      await tabTo(visit, /^Paymega$/);
      await page.keyboard.type('is down');
      await expect.poll(() => world().shop.town.providers.map(({ mood }) => mood)).toEqual(['well', 'down']);
    });
  });
});

const mostPresses = 40;

/** Presses Tab until what is focused, and seen to be, has that name. */
async function tabTo({ page }: Visit, name: RegExp): Promise<void> {
  const named = `(() => {
    const { activeElement: element } = document;
    return element.labels?.[0]?.textContent ?? element.textContent ?? '';
  })()`;
  for (let presses = 0; presses < mostPresses; presses += 1) {
    await page.keyboard.press('Tab');
    if (!name.test((await page.evaluate<string>(named)).trim())) continue;
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
    return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}
