import { close, PAYMENTS } from '@ducat/inversify';
import type { OperationResult } from '@ducat/payments';
import type { Report } from '../night/reconciliation.ts';
import { composePlatform, Platform } from '../platform/platform.ts';
import type { Town } from '../town/town.ts';
import { openTown } from '../town/town.ts';
import { playOrders } from './orders.ts';
import { playShutdown } from './shutdown.ts';
import type { Step } from './step.ts';
import { step, tell } from './step.ts';
import { playSubscriptions } from './subscriptions.ts';

/** A chapter, with what happened in it. */
export interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly reports: readonly Report[];
}

/** A day, a night, another night after people have done things behind the library's back, and a restart. */
export async function playStory(): Promise<readonly Chapter[]> {
  const town = await openTown();
  try {
    return [...(await playDays(town)), ...(await playRestart(town))];
  } finally {
    await town.close();
  }
}

async function playDays(town: Town): Promise<readonly Chapter[]> {
  const container = composePlatform(town.merchants);
  try {
    const platform = container.get(Platform);
    const orders = await playOrders(platform, town);
    const subscriptions = await playSubscriptions(platform, town);
    const quiet = await platform.reconcile();
    const order = await container.get(PAYMENTS, { name: 'coffee' }).get('order-2');
    town.chargeByTelephone();
    await town.refundInDashboard(invoiceOf(order?.operations[0]));
    const loud = await platform.reconcile();
    return [
      { title: 'Orders: held when placed, taken when shipped', steps: orders, reports: [] },
      {
        title: 'Subscriptions: the first month by the customer, the others by the stored card',
        steps: subscriptions,
        reports: [],
      },
      { title: 'The first night: both providers agree with the journals', steps: expectNothing(quiet), reports: quiet },
      {
        title: 'The second night: a charge by telephone and a refund in a dashboard, both without the library',
        steps: expectWhatWasDone(loud),
        reports: loud,
      },
    ];
  } finally {
    await close(container);
  }
}

async function playRestart(town: Town): Promise<readonly Chapter[]> {
  const steps = await playShutdown(town);
  const container = composePlatform(town.merchants);
  try {
    const payment = await container.get(PAYMENTS, { name: 'coffee' }).get('order-9');
    const known = payment === undefined ? 'unknown' : tell(payment.operations[0]);
    const remembered = step('coffee', 'the next process finds order-9 in the journal', 'approved by paymega', known);
    return [{ title: 'SIGTERM: what is under way is finished first', steps: [...steps, remembered], reports: [] }];
  } finally {
    await close(container);
  }
}

function invoiceOf(result: OperationResult | undefined): string {
  if (result?.status !== 'approved') throw new Error('the order has no invoice');
  return result.providerReference;
}

function expectNothing(reports: readonly Report[]): readonly Step[] {
  return reports.map(({ merchant, differences }) => {
    return step(merchant, 'differences', 'none', differences.length === 0 ? 'none' : tellDifferences(differences));
  });
}

/** What the second night has to find, no more and no less. */
const provoked: Readonly<Record<string, string>> = {
  hats: 'paycross telephone-1 (settlement): the journal knows nothing of it, but 35.00 EUR settled',
  coffee: [
    'paymega order-2-1 (settlement): the journal 24.00 EUR taken, but 20.00 EUR settled',
    'paymega order-2-1 (lookup): the journal 24.00 EUR, but 24.00 EUR, of which 4.00 EUR were refunded',
  ].join('; '),
};

function expectWhatWasDone(reports: readonly Report[]): readonly Step[] {
  return reports.map(({ merchant, differences }) => {
    return step(merchant, 'differences', provoked[merchant] ?? 'none', tellDifferences(differences));
  });
}

function tellDifferences(differences: Report['differences']): string {
  return differences
    .map(({ provider, reference, source, journal, provided }) => {
      return `${provider} ${reference} (${source}): the journal ${journal}, but ${provided}`;
    })
    .join('; ');
}
