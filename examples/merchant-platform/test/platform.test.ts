import { Money } from '@ducat/core';
import { close, PAYMENTS, PROVIDER } from '@ducat/inversify';
import type { Container } from 'inversify';
import { existsSync } from 'node:fs';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { composePlatform, Platform } from '../src/platform/platform.ts';
import { CardVault } from '../src/shop/card-vault.ts';
import { Orders } from '../src/shop/orders.ts';
import { Subscriptions } from '../src/shop/subscriptions.ts';
import type { Town } from '../src/town/town.ts';
import { openTown } from '../src/town/town.ts';

const euros = (amount: string): Money => Money.parse(amount, 'EUR');

async function open(): Promise<{ town: Town; container: Container; merchant: (name: string) => Container }> {
  const town = await openTown();
  const container = composePlatform(town.merchants);
  onTestFinished(async () => {
    await close(container);
    await town.close();
  });
  const merchant = (name: string): Container => {
    const found = container.get(Platform).of(name);
    if (found === undefined) throw new Error(`no merchant ${name}`);
    return found;
  };
  return { town, container, merchant };
}

test('nothing is opened before it is asked for: a platform that nobody used leaves no journal behind', async () => {
  const { town, container } = await open();
  expect(container.get(Platform).names).toEqual(['hats', 'coffee']);
  await close(container);
  expect(town.merchants.map(({ journalFile }) => existsSync(journalFile))).toEqual([false, false]);
});

test('an order of one merchant is held by that merchant’s account and by no other', async () => {
  const { town, merchant } = await open();
  await merchant('hats')
    .get(Orders)
    .place({ number: 'order-1', amount: euros('60.00'), card: town.card });
  const { hats, coffee } = town.accounts;
  expect(hats.paycross.bank.totals('EUR').held).toBe(6000n);
  for (const bank of [hats.paymega.bank, coffee.paycross.bank, coffee.paymega.bank]) expect(bank.entries).toEqual([]);
  expect(await merchant('coffee').get(PAYMENTS).get('order-1')).toBeUndefined();
});

test('no merchant’s classes come by what is another’s', async () => {
  const { merchant } = await open();
  const [hats, coffee] = [merchant('hats'), merchant('coffee')];
  for (const token of [PAYMENTS, CardVault]) expect(hats.get<unknown>(token)).not.toBe(coffee.get<unknown>(token));
  const seen = hats.getAll(PROVIDER);
  expect(coffee.getAll(PROVIDER).some((provider) => seen.includes(provider))).toBe(false);
});

test('an order for which no provider can be reached was tried at both, in the merchant’s order, and is not sent', async () => {
  const { town, merchant } = await open();
  await town.accounts.hats.close();
  const placed = await merchant('hats')
    .get(Orders)
    .place({ number: 'order-1', amount: euros('60.00'), card: town.card });
  expect(placed.attempts.map(({ provider, status }) => [provider, status])).toEqual([
    ['paycross', 'not_sent'],
    ['paymega', 'not_sent'],
  ]);
  expect(placed.status).toBe('not_sent');
});

test('a stored card is encrypted, shows nowhere, and comes back for its own payment alone', async () => {
  const { town, merchant } = await open();
  const hats = merchant('hats');
  await hats.get(Subscriptions).begin({ customer: 'jane', monthly: euros('9.90') }, town.card);
  const vault = hats.get(CardVault);
  const token = vault.tokenOf('jane-month-1');
  expect(token?.provider).toBe('paycross');
  expect(vault.tokenOf('john-month-1')).toBeUndefined();
  expect(inspect(vault, { depth: 9, showHidden: true })).not.toContain(token?.toStorage());
  expect(merchant('coffee').get(CardVault).tokenOf('jane-month-1')).toBeUndefined();
});

test('an order that is shipped cannot be canceled, and one that nobody placed neither', async () => {
  const { town, merchant } = await open();
  const orders = merchant('hats').get(Orders);
  await orders.place({ number: 'order-1', amount: euros('60.00'), card: town.card });
  await orders.ship('order-1', 1, euros('60.00'));
  await expect(orders.cancel('order-1')).rejects.toMatchObject({ code: 'invalid_request' });
  await expect(orders.cancel('order-2')).rejects.toThrow('there is no order order-2');
  expect(town.accounts.hats.paycross.bank.totals('EUR').captured).toBe(6000n);
});
