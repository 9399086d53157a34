import type { Provider } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import type { Payments, PaymentsEvent } from '@ducat/payments';
import { createPayments } from '@ducat/payments';
import type { Router, Routes } from '@ducat/router';
import { createRouter } from '@ducat/router';
import type { ServiceIdentifier } from 'inversify';
import { Container } from 'inversify';
import { describe, expect, expectTypeOf, onTestFinished, test } from 'vitest';
import {
  CLOCK,
  close,
  JOURNAL,
  journalModule,
  LOGGER,
  PAYMENTS,
  paymentsModule,
  PROVIDER,
  providerModule,
  ROUTES,
  routesModule,
  SUBSCRIBER,
  VAULT,
} from '../src/index.ts';
import { SETTINGS } from './settings.ts';
import { openAccounts, order, taken } from './town.ts';

function openContainer(): Container {
  const container = new Container();
  onTestFinished(() => close(container));
  return container;
}

describe('what a container makes', () => {
  test('an engine over both providers, from factories that take the settings of the application', async () => {
    const accounts = await openAccounts('hats');
    const container = openContainer();
    container.bind(SETTINGS).toConstantValue(accounts);
    container.load(
      providerModule((settings) => createPayCross(settings.paycross), [SETTINGS]),
      providerModule((settings) => createPaymega(settings.paymega), [SETTINGS]),
      journalModule(() => createMemoryJournal()),
      paymentsModule(),
    );
    const payments = container.get(PAYMENTS);
    expect(await payments.charge(order(), { key: 'order-1' })).toMatchObject({
      status: 'approved',
      provider: 'paycross',
    });
    expect(taken(accounts)).toEqual({ paycross: 1000n, paymega: 0n });
  });

  test('an engine of values that exist already', async () => {
    const accounts = await openAccounts('hats');
    const container = openContainer();
    container.load(
      providerModule(createPaymega(accounts.paymega)),
      journalModule(createMemoryJournal()),
      paymentsModule(),
    );
    const paid = await container.get(PAYMENTS).charge(order(), { key: 'order-1' });
    expect(paid).toMatchObject({ status: 'approved', provider: 'paymega' });
  });

  test('an engine of factories that take their time', async () => {
    const accounts = await openAccounts('hats');
    const container = openContainer();
    container.load(
      providerModule(async () => await Promise.resolve(createPaymega(accounts.paymega))),
      journalModule(async () => await Promise.resolve(createMemoryJournal())),
      paymentsModule(),
    );
    const [payments, again] = await Promise.all([container.getAsync(PAYMENTS), container.getAsync(PAYMENTS)]);
    expect(again).toBe(payments);
    expect(await payments.charge(order(), { key: 'order-1' })).toMatchObject({ status: 'approved' });
  });

  test('one engine, however often it is asked for, also by a container for one request', async () => {
    const accounts = await openAccounts('hats');
    const container = openContainer();
    container.load(
      providerModule(() => createPaymega(accounts.paymega)),
      journalModule(() => createMemoryJournal()),
      paymentsModule(),
    );
    const ofRequest = new Container({ parent: container });
    const payments = ofRequest.get(PAYMENTS);
    expect(container.get(PAYMENTS)).toBe(payments);
    expect(new Container({ parent: container }).get(PAYMENTS)).toBe(payments);
    await close(ofRequest);
    expect(await payments.charge(order(), { key: 'order-1' })).toMatchObject({ status: 'approved' });
  });
});

describe('routes', () => {
  const otherWayRound: Routes = { version: 1, rules: [{ name: 'paymega first', try: ['paymega', 'paycross'] }] };

  test.each([
    ['no routes: the order in which the providers were loaded', undefined, 'paycross'],
    ['routes as data', routesModule(otherWayRound), 'paymega'],
    ['routes that a factory made', routesModule(() => otherWayRound), 'paymega'],
    [
      'a router over all the providers of the container',
      routesModule(
        (providers: Provider[]) => createRouter({ providers, routes: otherWayRound }),
        [{ serviceIdentifier: PROVIDER, isMultiple: true }],
      ),
      'paymega',
    ],
  ])('%s', async (_name, routes, first) => {
    const accounts = await openAccounts('hats');
    const container = openContainer();
    container.load(
      providerModule(() => createPayCross(accounts.paycross)),
      providerModule(() => createPaymega(accounts.paymega)),
      journalModule(() => createMemoryJournal()),
      paymentsModule(),
    );
    if (routes !== undefined) container.load(routes);
    const { plan, ...paid } = await container.get(PAYMENTS).charge(order(), { key: 'order-1' });
    expect(paid).toMatchObject({ status: 'approved', provider: first });
    expect(plan.filter(({ chosen }) => chosen)).toHaveLength(2);
  });
});

test('what else is bound reaches the engine: vault, subscribers, logger, clock and settings', async () => {
  const accounts = await openAccounts('hats');
  const told: string[] = [];
  const saved: string[] = [];
  const container = openContainer();
  const tell = (event: PaymentsEvent): void => void told.push(event.type);
  container.bind(SUBSCRIBER).toConstantValue(tell);
  container.bind(SUBSCRIBER).toConstantValue(tell);
  container.bind(VAULT).toConstantValue({ save: async (_token, { payment }) => void saved.push(payment) });
  const logged: string[] = [];
  const log = (_details: object, message: string): void => void logged.push(message);
  container.bind(LOGGER).toConstantValue({ debug: log, info: log, warn: log, error: log });
  let asked = 0;
  container.bind(CLOCK).toConstantValue({
    now: () => {
      asked += 1;
      return Date.now();
    },
    schedule(delay, task) {
      const timer = setTimeout(task, delay);
      return { cancel: () => clearTimeout(timer) };
    },
  });
  container.bind(SETTINGS).toConstantValue(accounts);
  container.load(
    providerModule((settings) => createPayCross(settings.paycross), [SETTINGS]),
    journalModule(() => createMemoryJournal()),
    paymentsModule(
      (settings) => ({ recovery: false, limits: { attemptMilliseconds: settings.patience ?? 5000 } }),
      [SETTINGS],
    ),
  );
  const payments = container.get(PAYMENTS);
  await payments.charge({ ...order(), storeCard: { usage: ['recurring'] } }, { key: 'order-1' });
  await expect.poll(() => told).toEqual(['payment.approved', 'payment.approved']);
  expect(saved).toEqual(['order-1']);
  expect(logged).not.toEqual([]);
  expect(asked).toBeGreaterThan(0);
});

test('a wrong setting of the engine is refused in the words of the engine', async () => {
  const accounts = await openAccounts('hats');
  const container = openContainer();
  container.load(
    providerModule(() => createPaymega(accounts.paymega)),
    journalModule(() => createMemoryJournal()),
    paymentsModule({ limits: { attemptMilliseconds: -1 } }),
  );
  expect(() => container.get(PAYMENTS)).toThrow(/limits\.attemptMilliseconds/);
});

test('tokens know what stands behind them', () => {
  const container = new Container();
  const typed = (): void => {
    expectTypeOf(container.get(PAYMENTS)).toEqualTypeOf<Payments>();
    expectTypeOf(container.getAll(PROVIDER)).toEqualTypeOf<Provider[]>();
    expectTypeOf(container.get(ROUTES)).toEqualTypeOf<Router | Routes>();
    // @ts-expect-error: a journal is no engine
    const payments: Payments = container.get(JOURNAL);
    // @ts-expect-error: an engine is no journal
    container.bind(JOURNAL).toConstantValue(payments);
    // @ts-expect-error: the factory takes another thing than what stands behind the token
    providerModule((settings: { readonly nothing: string }) => createPaymega(settings), [SETTINGS]);
    // @ts-expect-error: a factory of a provider makes no engine
    providerModule(() => createPayments({ providers: [], journal: createMemoryJournal() }));
  };
  expect(typed).toBeTypeOf('function');
  expectTypeOf(PAYMENTS).toEqualTypeOf<ServiceIdentifier<Payments>>();
});

test('by a name, which is how tenants are asked for, nothing of the modules is found', () => {
  const options = { accountId: 'coma_1', apiKey: 'api-key', privateKeys: { live: 'sk_live' } };
  const container = openContainer();
  const ask = (): unknown => container.get(PAYMENTS, { name: 'hats', optional: true });
  expect(ask()).toBeUndefined();
  container.load(
    providerModule(createPaymega(options)),
    providerModule(() => createPaymega(options)),
    journalModule(() => createMemoryJournal()),
    paymentsModule(),
  );
  expect(ask()).toBeUndefined();
  expect(container.getAll(PROVIDER, { name: 'hats' })).toEqual([]);
  expect(container.getAll(PROVIDER)).toHaveLength(2);
});
