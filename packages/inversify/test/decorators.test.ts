import { createMemoryJournal } from '@ducat/journal-memory';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import type { Provider } from '@ducat/core';
import type { Payments, TokenVault } from '@ducat/payments';
import { Container, inject, injectable, multiInject, named } from 'inversify';
import { expect, onTestFinished, test } from 'vitest';
import type { Tenant } from '../src/index.ts';
import {
  addTenant,
  close,
  journalModule,
  PAYMENTS,
  paymentsModule,
  PROVIDER,
  providerModule,
  TENANT,
  TENANT_NAME,
  VAULT,
} from '../src/index.ts';
import { SETTINGS } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Accounts } from './town.ts';
import { openAccounts, order } from './town.ts';

@injectable()
class Checkout {
  readonly #payments: Payments;
  readonly #providers: readonly Provider[];

  constructor(@inject(PAYMENTS) payments: Payments, @multiInject(PROVIDER) providers: Provider[]) {
    this.#payments = payments;
    this.#providers = providers;
  }

  async pay(key: string): Promise<string> {
    const { status } = await this.#payments.charge({ ...order(), storeCard: { usage: ['recurring'] } }, { key });
    return `${status} at one of ${this.#providers.map(({ id }) => id).join()}`;
  }
}

/** One that came to life by what the container has, and is closed with it. */
@injectable()
class Vault implements TokenVault {
  readonly saved: string[] = [];
  readonly settings: Settings;

  constructor(@inject(SETTINGS) settings: Settings) {
    this.settings = settings;
  }

  async save(_token: unknown, { payment }: { readonly payment: string }): Promise<void> {
    this.saved.push(payment);
  }
}

@injectable()
class Platform {
  readonly hats: Payments;
  readonly tenants: readonly Tenant[];

  constructor(@inject(PAYMENTS) @named('hats') hats: Payments, @multiInject(TENANT) tenants: Tenant[]) {
    this.hats = hats;
    this.tenants = tenants;
  }
}

function openContainer(): Container {
  const container = new Container();
  onTestFinished(() => close(container));
  return container;
}

function load(container: Container, accounts: Accounts): void {
  container.load(
    providerModule(() => createPayCross(accounts.paycross)),
    providerModule(() => createPaymega(accounts.paymega)),
    journalModule(() => createMemoryJournal()),
    paymentsModule(),
  );
}

test('a class injects the engine and all providers, and the engine injects a class', async () => {
  const accounts = await openAccounts('hats');
  const container = openContainer();
  container.bind(SETTINGS).toConstantValue(accounts);
  container.bind(VAULT).to(Vault).inSingletonScope();
  container.bind(Checkout).toSelf();
  load(container, accounts);
  expect(await container.get(Checkout).pay('order-1')).toBe('approved at one of paycross,paymega');
  expect(container.get(VAULT)).toMatchObject({ saved: ['order-1'], settings: { paycross: { shopId: 'hats' } } });
});

test('a class of the platform injects one merchant’s engine by name, or all merchants', async () => {
  const container = openContainer();
  container.bind(Platform).toSelf();
  for (const name of ['hats', 'shoes']) {
    const tenant = addTenant(container, name, { modules: [] });
    load(tenant.container, await openAccounts(name));
    tenant.container.bind(Checkout).toSelf();
  }
  const { hats, tenants } = container.get(Platform);
  expect(hats).toBe(container.get(PAYMENTS, { name: 'hats' }));
  for (const { container: own } of tenants)
    expect(await own.get(Checkout).pay('order-1'), own.get(TENANT_NAME)).toMatch(/^approved/);
});

test('a class that needs what is not loaded is told the token and the module', () => {
  const container = openContainer();
  container.bind(Checkout).toSelf();
  expect(() => container.get(Checkout)).toThrow('PAYMENTS, of paymentsModule(...)');
});
