import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { isBrowserMissing } from './browser.ts';
import type { Visit } from './visit.ts';
import { buy, cards, expectResult, expectToFit, fillCard, goToCheckout, pressPay, turn } from './visit.ts';
import { useWorld } from './world.ts';

const world = useWorld();

describe.skipIf(isBrowserMissing)('at a desk and on a phone', () => {
  test('axe finds nothing to complain about, and nothing stands beyond the edge, on any page', async () => {
    await world().everySize(async (visit) => {
      const { page } = visit;
      await page.goto('/');
      await expectNoComplaint(visit);
      await page.getByRole('button', { name: /purse/ }).click();
      await page.getByRole('heading', { name: 'Your cart' }).waitFor();
      await expectNoComplaint(visit);
      await goToCheckout(visit, /Coin of the month/);
      await page.getByText('Cards to try').click();
      await expectNoComplaint(visit);
      await fillCard(visit, '4200 0000 0000 0001');
      await pressPay(visit);
      await page.getByText('Nothing was charged yet').waitFor();
      await expectNoComplaint(visit);
      await fillCard(visit, cards.approved);
      await page.getByLabel(/Remember/).check();
      await pressPay(visit);
      await expectResult(visit, 'Paid, thank you');
      await expectNoComplaint(visit);
      await page.goto('/orders');
      await expectNoComplaint(visit);
      await buy(visit, /scale/, cards.challenge);
      await page.getByRole('dialog').waitFor();
      await expectNoComplaint(visit);
      await page.getByRole('button', { name: 'Close' }).click();
      await turn(visit, 'PayCross', 'is slow, and so is its webhook');
      await buy(visit, /tray/, cards.approved);
      await expectResult(visit, 'Your bank is thinking');
      await expectNoComplaint(visit);
      await goToCheckout(visit, /tray/);
      await page.getByRole('group', { name: 'Visa ending in 0000' }).waitFor();
      await expectNoComplaint(visit);
    });
  });
});

async function expectNoComplaint(visit: Visit): Promise<void> {
  const { page } = visit;
  await page.evaluate(axe.source);
  const complaints = await page.evaluate<string[]>(
    "axe.run({ iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  );
  expect(complaints, new URL(page.url()).pathname).toEqual([]);
  await expectToFit(visit);
}
