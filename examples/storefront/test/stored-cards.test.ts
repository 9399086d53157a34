import { describe, expect, test } from 'vitest';
import { isBrowserMissing } from './browser.ts';
import {
  attemptsOf,
  behind,
  buy,
  cards,
  expectResult,
  fillCard,
  goToCheckout,
  orderKey,
  pressPay,
  turn,
} from './visit.ts';
import { useWorld } from './world.ts';

const world = useWorld();

describe.skipIf(isBrowserMissing)('at a desk and on a phone', () => {
  test('a remembered card pays with its security code alone, and only where it was stored', async () => {
    await world().everySize(async (visit) => {
      const { page } = visit;
      await goToCheckout(visit, /purse/);
      await fillCard(visit, cards.approved);
      await page.getByLabel(/Remember this card/).check();
      await pressPay(visit);
      await expectResult(visit, 'Paid, thank you');
      // Large orders go to Paymega by the routes; the token does not.
      await goToCheckout(visit, /scale/);
      const remembered = page.getByRole('group', { name: 'Visa ending in 0000' });
      await remembered.getByLabel('Security code').fill('123');
      await remembered.getByRole('button', { name: /with this card/ }).click();
      await expectResult(visit, 'Paid, thank you');
      const order = await orderKey(visit);
      await behind(visit, 'The plan, and why').getByText('chosen: the token was issued by it').waitFor();
      expect(await attemptsOf(visit)).toEqual([`PayCross ${order}-1 approved`]);
      expect(world().entries('paycross', order)).toMatchObject([{ kind: 'charge', amount: 12900n }]);
    });
  });

  test('a card that Paymega has stored pays by one click on its own page, in the window', async () => {
    await world().everySize(async (visit) => {
      const { page } = visit;
      await page.goto('/');
      await turn(visit, 'PayCross', 'is down');
      await goToCheckout(visit, /purse/);
      await fillCard(visit, cards.approved);
      await page.getByLabel(/Remember this card/).check();
      await pressPay(visit);
      await expectResult(visit, 'Paid, thank you');
      await goToCheckout(visit, /purse/);
      await page.getByText('Paymega asks for the security code on its own page').waitFor();
      await page.getByRole('button', { name: /with this card/ }).click();
      const window = page.frameLocator('dialog iframe');
      await window.getByLabel('cvv').fill('123');
      await window.getByRole('button', { name: 'Pay' }).click();
      await expectResult(visit, 'Paid, thank you');
      expect(world().entries('paymega', await orderKey(visit))).toMatchObject([{ kind: 'charge', amount: 2400n }]);
    });
  });

  test('a subscription is charged again without anybody being asked', async () => {
    await world().everySize(async (visit) => {
      const { page } = visit;
      const first = await buy(visit, /Coin of the month/, cards.approved);
      await expectResult(visit, 'Paid, thank you');
      await page.goto('/orders');
      await page.getByRole('button', { name: 'Let a month pass' }).click();
      await expectResult(visit, 'Paid, thank you');
      const renewal = await orderKey(visit);
      expect(renewal).toBe(`${first}-month-2`);
      // The form of that month, sent again.
      const again = { form: { month: '2' }, headers: { origin: world().shop.origin }, maxRedirects: 0 };
      const answer = await visit.context.request.post(`/orders/${first}/renew`, again);
      expect(answer.headers()['location']).toBe(`/orders/${renewal}`);
      for (const order of [first, renewal]) {
        expect(world().entries('paymega', order)).toMatchObject([{ kind: 'charge', amount: 990n }]);
      }
    });
  });
});
