import { Money } from '@ducat/core';
import type { Bank } from '@ducat/simulator';
import type { Platform } from '../platform/platform.ts';
import { Orders } from '../shop/orders.ts';
import type { Town } from '../town/town.ts';
import { firstProviders } from '../town/town.ts';
import type { Step } from './step.ts';
import { step, tell } from './step.ts';

const euros = (amount: string): Money => Money.parse(amount, 'EUR');

/** What the bank did for both: 60.00, 45.00 and 80.00 were held, 60.00 and 24.00 taken. */
const ledger = '185.00 EUR held, 84.00 EUR taken';

/** Orders at both merchants: the same code, other keys and another first provider. */
export async function playOrders(platform: Platform, { card, accounts }: Town): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const [name, provider] of firstProviders) {
    const orders = platform.of(name)?.get(Orders);
    if (orders === undefined) throw new Error(`${name} is no merchant of the platform`);
    const done = `approved by ${provider}`;
    const tellStep = (story: string, expected: string, told: string): void => {
      steps.push(step(name, story, expected, told));
    };
    const order = { number: 'order-1', amount: euros('60.00'), card };
    tellStep('order-1 is placed, 60.00 EUR are held', done, tell(await orders.place(order)));
    tellStep('the order is sent twice: still one hold', done, tell(await orders.place(order)));
    tellStep('it is shipped: 60.00 EUR are taken', done, tell(await orders.ship('order-1', 1, euros('60.00'))));

    const placed = await orders.place({ number: 'order-2', amount: euros('45.00'), card });
    tellStep('order-2 is placed, 45.00 EUR are held', done, tell(placed));
    const sent = await orders.ship('order-2', 1, euros('24.00'));
    tellStep('a part of it is shipped: 24.00 EUR are taken', done, tell(sent));
    const again = await orders.ship('order-2', 1, euros('24.00'));
    tellStep('the parcel is reported twice: taken once', done, tell(again));

    tellStep(
      'order-3 is placed, 80.00 EUR are held',
      done,
      tell(await orders.place({ number: 'order-3', amount: euros('80.00'), card })),
    );
    tellStep('it is canceled: 80.00 EUR are free again', done, tell(await orders.cancel('order-3')));
    tellStep("all of it in the bank's own ledger", ledger, ledgerOf(accounts[name][provider].bank));
  }
  return steps;
}

function ledgerOf(bank: Bank): string {
  const holds = bank.entries.filter(({ kind }) => kind === 'authorize').map(({ amount }) => amount);
  const held = holds.reduce((sum, amount) => sum + amount, 0n);
  const [first, second] = [held, bank.totals('EUR').captured].map((minorUnits) =>
    Money.of(minorUnits, 'EUR').toString(),
  );
  return `${first} held, ${second} taken`;
}
