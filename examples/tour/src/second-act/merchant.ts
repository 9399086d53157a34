import type { Clock } from '@ducat/core';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import type { Payments } from '@ducat/payments';
import { createPayments } from '@ducat/payments';
import type { MerchantSettings, News, Order, PaymentInJournal } from './merchant-settings.ts';
import { keyOf, orderNumber } from './shop.ts';

const atOnce = 16;
const hour = 60 * 60 * 1000;

/** The merchant's process: an engine on a journal in a file. It may be killed at any moment. */
async function main(settings: MerchantSettings): Promise<void> {
  const clock = { ahead: 0 };
  const payments = createPayments({
    providers: [createPayCross(settings.paycross), createPaymega(settings.paymega)],
    journal: createSqliteJournal({ file: settings.journalFile }),
    clock: clockAhead(clock),
    limits: { attemptMilliseconds: 1500, operationMilliseconds: 2500 },
  });
  process.on('message', (order: Order) => void obey(order, payments, settings, clock));
  tell({ kind: 'ready' });
}

async function obey(
  order: Order,
  payments: Payments,
  settings: MerchantSettings,
  clock: { ahead: number },
): Promise<void> {
  if (order.kind === 'webhook') {
    const { provider, headers, body } = order;
    await payments.receive(provider, { headers, body: Buffer.from(body, 'base64') }).catch(() => undefined);
  } else if (order.kind === 'pay') {
    await payAll(order.payments, payments, settings);
    tell({ kind: 'finished' });
  } else {
    clock.ahead = order.hours * hour;
    while ((await payments.recover()).payments.length > 0);
    const found = await Promise.all(numbers(order.payments).map((number) => inJournal(payments, keyOf(number))));
    tell({ kind: 'recovered', payments: found });
  }
}

/** Makes every order; one that was begun before the crash is repeated under its own key. */
async function payAll(count: number, payments: Payments, settings: MerchantSettings): Promise<void> {
  const waiting = numbers(count);
  let done = 0;
  const cashier = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      await payments.charge(orderNumber(number, settings), { key: keyOf(number) });
      done += 1;
      tell({ kind: 'paid', done });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, cashier));
}

async function inJournal(payments: Payments, key: string): Promise<PaymentInJournal> {
  const operation = (await payments.get(key))?.operations[0];
  if (operation === undefined)
    return { payment: key, status: 'never begun', provider: '', amount: '0', attempts: 0, review: false };
  const { payment, status, provider, requested, attempts, review } = operation;
  const amount = requested.minorUnits.toString();
  return { payment, status, provider, amount, attempts: attempts.length, review: review !== undefined };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

function clockAhead(by: { readonly ahead: number }): Clock {
  return {
    now: () => Date.now() + by.ahead,
    schedule(delayMilliseconds, task) {
      const timer = setTimeout(task, Math.min(delayMilliseconds, 2 ** 31 - 1));
      return { cancel: () => clearTimeout(timer) };
    },
  };
}

function tell(news: News): void {
  process.send?.(news);
}

void main(JSON.parse(process.env['MERCHANT'] ?? '{}') as MerchantSettings);
