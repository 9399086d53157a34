import { describe, expect, test } from 'vitest';
import { isBrowserMissing } from './browser.ts';
import { buy, cards, decide, expectResult, expectStory, expectToFit } from './visit.ts';
import { useWorld } from './world.ts';

const world = useWorld();

/** The purse goes to PayCross, the scale to Paymega. */
const ways = [
  ['3-D Secure 2 at PayCross', /purse/, cards.challenge, 'paycross', 2400n],
  ['3-D Secure 1 at PayCross', /purse/, cards.challengeBefore2, 'paycross', 2400n],
  ['3-D Secure 2 at Paymega', /scale/, cards.challenge, 'paymega', 12900n],
  ['3-D Secure 1 at Paymega', /scale/, cards.challengeBefore2, 'paymega', 12900n],
] as const;

describe.skipIf(isBrowserMissing)('at a desk and on a phone', () => {
  test.each(ways)('%s is confirmed in a window over the shop', async (_way, thing, card, provider, amount) => {
    await world().everySize(async (visit) => {
      const order = await buy(visit, thing, card);
      await expectResult(visit, 'Your bank wants to be asked');
      await visit.page.getByRole('dialog', { name: 'Confirm the payment' }).waitFor();
      await expectToFit(visit);
      await decide(visit, 'approve');
      await expectResult(visit, 'Paid, thank you');
      await expectStory(visit, 'The browser goes to the bank');
      await expectStory(visit, 'The shopper is back');
      expect(new URL(visit.page.url()).pathname).toBe(`/orders/${order}`);
      expect(await visit.page.evaluate('document.activeElement.id')).toBe('result');
      expect(world().entries(provider, order)).toMatchObject([{ kind: 'charge', amount }]);
    });
  });

  test('who refuses at the bank has paid nothing', async () => {
    await world().everySize(async (visit) => {
      const order = await buy(visit, /purse/, cards.challenge);
      await decide(visit, 'refuse');
      await expectResult(visit, 'The card was declined');
      expect(world().entries('paycross', order)).toEqual([]);
    });
  });

  test('who closes the window has paid nothing, and can go on later', async () => {
    await world().everySize(async (visit) => {
      const { page } = visit;
      const order = await buy(visit, /scale/, cards.challenge);
      await decide(visit, 'abandon');
      await page.frameLocator('dialog iframe').getByRole('heading', { name: 'Closed' }).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      const link = page.getByRole('link', { name: 'Confirm at your bank' });
      expect(await link.evaluate((element) => element.matches(':focus'))).toBe(true);
      await page.reload();
      await expectResult(visit, 'Your bank wants to be asked');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(world().entries('paymega', order)).toEqual([]);
      await link.click();
      await decide(visit, 'approve');
      await expectResult(visit, 'Paid, thank you');
      expect(world().entries('paymega', order)).toHaveLength(1);
    });
  });
});
