import { Money } from '@ducat/core';
import type { Container } from 'inversify';
import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '../platform/platform.ts';
import { CardVault } from '../shop/card-vault.ts';
import { Subscriptions } from '../shop/subscriptions.ts';
import type { Town } from '../town/town.ts';
import { firstProviders } from '../town/town.ts';
import type { Step } from './step.ts';
import { step, tell } from './step.ts';

const patienceMilliseconds = 5000;

/** A subscription at both merchants: the customer pays the first month, the merchant takes the others. */
export async function playSubscriptions(platform: Platform, { card, accounts }: Town): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const [name, provider] of firstProviders) {
    const merchant = platform.of(name);
    if (merchant === undefined) throw new Error(`${name} is no merchant of the platform`);
    const subscriptions = merchant.get(Subscriptions);
    const done = `approved by ${provider}`;
    const subscription = { customer: 'jane', monthly: Money.parse('9.90', 'EUR') };
    const begun = await subscriptions.begin(subscription, card);
    steps.push(step(name, 'jane pays month 1 and lets her card be stored', done, tell(begun)));
    steps.push(step(name, 'the token is in the vault', `[token of ${provider}]`, await tokenIn(merchant)));
    const renewed = await subscriptions.renew(subscription, 2);
    steps.push(step(name, 'month 2 is renewed without her', done, tell(renewed)));
    const again = await subscriptions.renew(subscription, 2);
    steps.push(step(name, 'the job runs twice: month 2 is taken once', done, tell(again)));
    const charges = accounts[name][provider].bank.entries.filter(({ kind }) => kind === 'charge').length;
    steps.push(step(name, "charges in the bank's own ledger", '2', String(charges)));
  }
  return steps;
}

/** Some providers tell the token later; the engine goes on asking. */
async function tokenIn(merchant: Container): Promise<string> {
  const deadline = Date.now() + patienceMilliseconds;
  for (;;) {
    const token = merchant.get(CardVault).tokenOf('jane-month-1');
    if (token !== undefined || Date.now() > deadline) return String(token);
    await wait(20);
  }
}
