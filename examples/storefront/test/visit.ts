import type { BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A visitor with a browser of their own. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page's policies blocked, on any page. */
  readonly violations: readonly string[];
}

export const cards = {
  approved: '4200 0000 0000 0000',
  challenge: '4000 0200 0000 0000',
  challengeBefore2: '4000 0100 0000 0001',
  insufficientFunds: '4000 0500 0000 0007',
  /** On no page of the shop. */
  ownCard: '4111 1111 1111 1111',
} as const;

/** Puts a thing into the cart and goes to the checkout. */
export async function goToCheckout({ page }: Visit, thing: RegExp): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: thing }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
}

export async function fillCard({ page }: Visit, number: string, holder: string = 'Jane Doe'): Promise<void> {
  const form = page.getByRole('group', { name: 'Pay by card' });
  await form.getByLabel('Card number').fill(number);
  await form.getByLabel('Name on the card').fill(holder);
  await form.getByLabel('Expiry').fill('10 / 35');
  await form.getByLabel('Security code').fill('123');
}

/** Buys a thing by card; answers the order's key. */
export async function buy(visit: Visit, thing: RegExp, number: string): Promise<string> {
  await goToCheckout(visit, thing);
  await fillCard(visit, number);
  await pressPay(visit);
  return await orderKey(visit);
}

export async function pressPay({ page }: Visit): Promise<void> {
  await page.getByRole('group', { name: 'Pay by card' }).getByRole('button', { name: /^Pay/ }).click();
}

/** The key of the order that is shown. */
export async function orderKey({ page }: Visit): Promise<string> {
  await page.waitForURL(/\/orders\/order-/);
  return new URL(page.url()).pathname.slice('/orders/'.length);
}

/** Waits until the order's page says this. */
export async function expectResult({ page }: Visit, heading: string, timeout: number = 20_000): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor({ timeout });
}

/** What stands behind the counter, by its heading. */
export function behind({ page }: Visit, section: 'The plan, and why' | 'Attempts' | 'What happened'): Locator {
  return page.getByRole('region', { name: section });
}

/** Waits until the story has this. */
export async function expectStory(visit: Visit, text: string | RegExp): Promise<void> {
  await behind(visit, 'What happened').getByText(text).first().waitFor({ timeout: 20_000 });
}

/** Turns a switch, and waits until the shop has said so. */
export async function turn({ page }: Visit, provider: 'PayCross' | 'Paymega', mood: string): Promise<void> {
  await page.getByLabel(provider, { exact: true }).selectOption({ label: mood });
  await page.locator('[data-part="turned"]', { hasText: `${provider} ${mood}` }).waitFor({ state: 'attached' });
}

export async function attemptsOf(visit: Visit): Promise<string[]> {
  const items = await behind(visit, 'Attempts').getByRole('listitem').all();
  return await Promise.all(items.map(async (item) => (await item.innerText()).replaceAll(/\s+/g, ' ')));
}

/** Nothing may stand beyond the right edge of the window. */
export async function expectToFit({ page }: Visit): Promise<void> {
  const width = async (of: string): Promise<number> => await page.evaluate<number>(`document.documentElement.${of}`);
  expect(await width('scrollWidth')).toBeLessThanOrEqual(await width('clientWidth'));
}

/** Decides in the window of the bank, whichever bank it is. */
export async function decide({ page }: Visit, decision: 'approve' | 'refuse' | 'abandon'): Promise<void> {
  const bank = page.frameLocator('dialog iframe');
  await bank.getByRole('heading', { name: /Confirm/ }).waitFor();
  const choice = bank.getByLabel('Answer');
  if ((await choice.count()) === 0) return await bank.getByRole('button', { name: decision }).click();
  await choice.selectOption(decision);
  await bank.getByRole('button', { name: 'Send' }).click();
}
