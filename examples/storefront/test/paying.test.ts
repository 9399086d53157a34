import { describe, expect, test } from 'vitest';
import { bankMilliseconds } from '../src/town/mood.ts';
import { isBrowserMissing } from './browser.ts';
import {
  attemptsOf,
  behind,
  buy,
  cards,
  expectResult,
  expectStory,
  expectToFit,
  fillCard,
  goToCheckout,
  orderKey,
  pressPay,
  turn,
} from './visit.ts';
import { useWorld } from './world.ts';

const world = useWorld();

describe.skipIf(isBrowserMissing)('at a desk and on a phone', () => {
  test('a good card pays, and the story of it stands beside the result', async () => {
    await world().everySize(async (visit) => {
      await visit.page.goto('/');
      await expectToFit(visit);
      const order = await buy(visit, /Drawstring purse/, cards.approved);
      await expectResult(visit, 'Paid, thank you');
      await behind(visit, 'The plan, and why').getByText('chosen by rule "everything else": number 1 of 2').waitFor();
      await expectStory(visit, 'The intent is written down');
      await expectStory(visit, 'PayCross answers: approved');
      await expectStory(visit, 'PayCross sends a webhook: approved');
      expect(await attemptsOf(visit)).toEqual([`PayCross ${order}-1 approved`]);
      expect(world().entries('paycross', order)).toMatchObject([{ kind: 'charge', amount: 2400n }]);
      await visit.page.getByRole('region', { name: 'What the banks have' }).getByText(`${order}-1`).waitFor();
      await expectToFit(visit);
    });
  });

  test('a card without money is declined, nobody else is asked, and another card may pay', async () => {
    await world().everySize(async (visit) => {
      const order = await buy(visit, /Drawstring purse/, cards.insufficientFunds);
      await expectResult(visit, 'The card was declined');
      await visit.page.getByText('There is not enough money on it').waitFor();
      expect(await attemptsOf(visit)).toEqual([`PayCross ${order}-1 declined`]);
      expect(world().entries('paycross', order)).toEqual([]);
      expect(world().entries('paymega', order)).toEqual([]);
      await visit.page.getByRole('button', { name: 'Pay with another card' }).click();
      await visit.page.getByRole('heading', { name: 'Checkout' }).waitFor();
      await visit.page.getByText('Drawstring purse').waitFor();
    });
  });

  test.each([
    ['declines every card', 'PayCross answers: declined', 'declined'],
    ['is down', 'PayCross was not reached', 'not sent'],
  ])('where PayCross %s, Paymega is asked with the proof that nothing was taken', async (mood, told, status) => {
    await world().everySize(async (visit) => {
      await visit.page.goto('/');
      await turn(visit, 'PayCross', mood);
      const order = await buy(visit, /Counting tray/, cards.approved);
      await expectResult(visit, 'Paid, thank you');
      await expectStory(visit, told);
      await expectStory(visit, /because it is proven that no money moved/);
      expect(await attemptsOf(visit)).toEqual([`PayCross ${order}-1 ${status}`, `Paymega ${order}-2 approved`]);
      expect(world().entries('paycross', order)).toEqual([]);
      expect(world().entries('paymega', order)).toMatchObject([{ kind: 'charge', amount: 5800n }]);
    });
  });

  test('where an answer gets lost the shop waits, asks, and finds the one charge; nobody else is tried', async () => {
    await world().everySize(async (visit) => {
      await visit.page.goto('/');
      await turn(visit, 'PayCross', 'the answer gets lost');
      const order = await buy(visit, /Drawstring purse/, cards.approved);
      await expectResult(visit, 'We are finding out');
      await visit.page.getByText('you are never charged twice').waitFor();
      expect(await visit.page.getByRole('button', { name: /Pay/ }).count()).toBe(0);
      await expectStory(visit, 'No usable answer of PayCross');
      await expectResult(visit, 'Paid, thank you');
      await expectStory(visit, 'PayCross is asked, and says: approved');
      expect(await visit.page.evaluate('document.activeElement.id')).toBe('result');
      expect(await attemptsOf(visit)).toEqual([`PayCross ${order}-1 approved`]);
      expect(world().entries('paycross', order)).toHaveLength(1);
      expect(world().entries('paymega', order)).toEqual([]);
    });
  });

  test('where the bank is slow the page says so, and tells by itself when it is decided', async () => {
    await world().everySize(async (visit) => {
      await visit.page.goto('/');
      await turn(visit, 'Paymega', 'is slow, and so is its webhook');
      await goToCheckout(visit, /Merchant.s scale/);
      await fillCard(visit, cards.approved);
      const begun = Date.now();
      await pressPay(visit);
      await expectResult(visit, 'Your bank is thinking');
      await expectResult(visit, 'Paid, thank you');
      const entries = world().entries('paymega', await orderKey(visit));
      expect(entries).toMatchObject([{ kind: 'charge', amount: 12900n }]);
      expect(entries[0]?.at).toBeGreaterThanOrEqual(begun + bankMilliseconds);
    });
  });
});
