import type { PaymegaSimulator } from '@ducat/paymega/simulator';
import { cards } from '@ducat/paymega/simulator';
import { setTimeout as wait } from 'node:timers/promises';
import type { PostedOrder } from '../platform/door.ts';
import type { Town } from '../town/town.ts';
import type { PlatformProcess } from './platform-process.ts';
import { startPlatform } from './platform-process.ts';
import type { Step } from './step.ts';
import { step } from './step.ts';

const slowMilliseconds = 1200;
const name = 'coffee';

/** SIGTERM, while an order is at a provider that takes its time. */
export async function playShutdown({ merchants, accounts }: Town): Promise<readonly Step[]> {
  const platform = await startPlatform(merchants);
  try {
    return await terminate(platform, accounts.coffee.paymega);
  } finally {
    platform.kill();
  }
}

async function terminate(platform: PlatformProcess, paymega: PaymegaSimulator): Promise<readonly Step[]> {
  paymega.controls.delayResponse(slowMilliseconds, 'api');
  const inFlight = post(`${platform.origin}/${name}/orders/order-9`);
  await arrivalOf('order-9-1', paymega);
  await platform.terminate();
  const late = await post(`${platform.origin}/${name}/orders/order-10`);
  const answer = await inFlight;
  const exitCode = await platform.exitCode;
  return [
    step(name, 'order-9 is at the provider when SIGTERM comes; order-10 comes after it', 'not let in', late),
    step(name, 'order-9 is answered', '200 approved', answer),
    step(name, 'the process closes, in order, and ends with', '0', String(exitCode)),
    step(name, 'what it told last', 'closing, closed', platform.told.slice(-2).join(', ')),
    step(name, 'the provider has order-9 and knows nothing of order-10', 'true, false', found(paymega)),
  ];
}

async function post(url: string): Promise<string> {
  const order: PostedOrder = { amount: '30.00', cardNumber: cards.approved };
  try {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(order) });
    const { status } = (await response.json()) as { readonly status?: string };
    return `${response.status} ${status}`;
  } catch {
    return 'not let in';
  }
}

async function arrivalOf(reference: string, { invoices }: PaymegaSimulator): Promise<void> {
  for (const deadline = Date.now() + 10_000; invoices.get(reference) === undefined; await wait(5)) {
    if (Date.now() > deadline) throw new Error(`${reference} never reached the provider`);
  }
}

function found({ invoices }: PaymegaSimulator): string {
  return ['order-9-1', 'order-10-1'].map((reference) => invoices.get(reference) !== undefined).join(', ');
}
