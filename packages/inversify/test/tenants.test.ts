import { createMemoryJournal } from '@ducat/journal-memory';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import type { Routes } from '@ducat/router';
import { Container, inject, injectable } from 'inversify';
import type { Payments } from '@ducat/payments';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  addTenant,
  close,
  JOURNAL,
  journalModule,
  PAYMENTS,
  paymentsModule,
  PROVIDER,
  providerModule,
  ROUTES,
  routesModule,
  SUBSCRIBER,
  TENANT,
  TENANT_NAME,
  VAULT,
} from '../src/index.ts';
import { MERCHANTS } from './settings.ts';
import { openAccounts, order, taken } from './town.ts';

const first: Readonly<Record<string, readonly string[]>> = {
  hats: ['paycross', 'paymega'],
  shoes: ['paymega', 'paycross'],
};

/** One list for every tenant: each factory finds its settings by the tenant's name. */
const modules = [
  providerModule((merchants, name) => createPaymega(of(merchants, name).paymega), [MERCHANTS, TENANT_NAME]),
  providerModule((merchants, name) => createPayCross(of(merchants, name).paycross), [MERCHANTS, TENANT_NAME]),
  routesModule(
    (name): Routes => ({ version: 1, rules: [{ name: `of ${name}`, try: first[name] ?? [] }] }),
    [TENANT_NAME],
  ),
  journalModule(
    (merchants, name) => createSqliteJournal({ file: of(merchants, name).journalFile ?? '' }),
    [MERCHANTS, TENANT_NAME],
  ),
  paymentsModule(),
];

function of<Settings>(merchants: Readonly<Record<string, Settings>>, name: string): Settings {
  const settings = merchants[name];
  if (settings === undefined) throw new Error(`there are no settings of ${name}`);
  return settings;
}

async function openPlatform() {
  const folder = await mkdtemp(join(tmpdir(), 'ducat-inversify-'));
  const [hats, shoes] = await Promise.all([openAccounts('hats'), openAccounts('shoes')]);
  const container = new Container();
  container.bind(MERCHANTS).toConstantValue({
    hats: { ...hats, journalFile: join(folder, 'hats.sqlite') },
    shoes: { ...shoes, journalFile: join(folder, 'shoes.sqlite') },
  });
  onTestFinished(async () => {
    await close(container);
    await rm(folder, { recursive: true });
  });
  for (const name of ['hats', 'shoes']) addTenant(container, name, { shared: [MERCHANTS], modules });
  return { container, hats, shoes };
}

describe('two merchants in one container', () => {
  test('each pays with its own keys, by its own routes, into its own journal, under the same order number', async () => {
    const { container, hats, shoes } = await openPlatform();
    const ofHats = container.get(PAYMENTS, { name: 'hats' });
    const ofShoes = container.get(PAYMENTS, { name: 'shoes' });
    const paid = await Promise.all([
      ofHats.charge(order(), { key: 'order-1' }),
      ofShoes.charge(order(), { key: 'order-1' }),
    ]);
    expect(paid.map(({ status, attempts }) => [status, attempts[0]?.provider])).toEqual([
      ['approved', 'paycross'],
      ['approved', 'paymega'],
    ]);
    expect(taken(hats)).toEqual({ paymega: 0n, paycross: 1000n });
    expect(taken(shoes)).toEqual({ paymega: 1000n, paycross: 0n });
    await ofHats.charge(order('20.00'), { key: 'order-2' });
    expect(await ofShoes.get('order-2')).toBeUndefined();
  });

  test('a class of the application gets the engine of the merchant that it names', async () => {
    const { container } = await openPlatform();
    const found = container.getAll(TENANT);
    expect(found.map(({ name }) => name)).toEqual(['hats', 'shoes']);
    expect(container.get(TENANT, { name: 'shoes' })).toBe(found[1]);
    for (const { name, container: own } of found) {
      expect(own.get(PAYMENTS)).toBe(container.get(PAYMENTS, { name }));
      expect(own.get(TENANT_NAME)).toBe(name);
    }
  });

  test('without a name, and by the name of nobody, there is an error and no engine', async () => {
    const { container } = await openPlatform();
    container.load(
      providerModule(() => createPaymega(container.get(MERCHANTS)['hats']?.paymega ?? ({} as never))),
      journalModule(() => createMemoryJournal()),
    );
    const nothing = 'PAYMENTS, of paymentsModule(...)';
    expect(() => container.get(PAYMENTS)).toThrow(nothing);
    expect(() => container.get(PAYMENTS, { name: 'hat' })).toThrow(nothing);
    expect(() => container.get(TENANT, { name: 'hat' })).toThrow('TENANT, of addTenant(...)');
    container.load(paymentsModule());
    expect(container.get(PAYMENTS)).not.toBe(container.get(PAYMENTS, { name: 'hats' }));
    expect(() => container.get(PAYMENTS, { name: 'hat' })).toThrow(nothing);
  });

  test('a merchant that comes later is opened while the others work', async () => {
    const { container, hats } = await openPlatform();
    container.get(PAYMENTS, { name: 'hats' });
    const scarves = await openAccounts('scarves');
    addTenant(container, 'scarves', {
      modules: [
        providerModule(() => createPaymega(scarves.paymega)),
        journalModule(() => createMemoryJournal()),
        paymentsModule(),
      ],
    });
    await container.get(PAYMENTS, { name: 'scarves' }).charge(order(), { key: 'order-1' });
    expect(taken(scarves)).toEqual({ paymega: 1000n, paycross: 0n });
    expect(taken(hats)).toEqual({ paymega: 0n, paycross: 0n });
  });
});

@injectable('Singleton')
class Checkout {
  readonly payments: Payments;

  constructor(@inject(PAYMENTS) payments: Payments) {
    this.payments = payments;
  }
}

describe('one merchant never comes by what is another merchant’s', () => {
  test('a singleton class that both use exists once for each, with the payments of each', async () => {
    const { container } = await openPlatform();
    for (const { container: own } of container.getAll(TENANT)) own.bind(Checkout).toSelf();
    for (const { name, container: own } of container.getAll(TENANT)) {
      expect(own.get(Checkout).payments).toBe(container.get(PAYMENTS, { name }));
    }
  });

  test('nothing of the application or of another tenant can be seen, but for what is shared', async () => {
    const { container } = await openPlatform();
    container.bind(VAULT).toConstantValue({ save: async () => {} });
    const bare = addTenant(container, 'bare', { shared: [MERCHANTS], modules: [] });
    for (const token of [PROVIDER, JOURNAL, ROUTES, PAYMENTS, VAULT, SUBSCRIBER, TENANT])
      expect(bare.container.isBound(token)).toBe(false);
    expect(bare.container.get(MERCHANTS)).toBe(container.get(MERCHANTS));
    const [hats, shoes] = container.getAll(TENANT).map((tenant) => tenant.container.getAll(PROVIDER));
    expect(hats?.some((provider) => shoes?.includes(provider))).toBe(false);
    expect(container.isBound(PROVIDER)).toBe(false);
  });

  test.each([
    ['PROVIDER', PROVIDER],
    ['ROUTES', ROUTES],
    ['JOURNAL', JOURNAL],
    ['VAULT', VAULT],
    ['SUBSCRIBER', SUBSCRIBER],
    ['PAYMENTS', PAYMENTS],
    ['TENANT', TENANT],
    ['TENANT_NAME', TENANT_NAME],
  ])('%s cannot be shared', (name, token) => {
    const message = `${name} belongs to one merchant and cannot be shared`;
    const container = new Container();
    expect(() => addTenant(container, 'hats', { shared: [token], modules })).toThrow(message);
    expect(container.isBound(TENANT)).toBe(false);
  });

  test('what is shared is made in the application, where no merchant has anything', async () => {
    const { container, hats } = await openPlatform();
    container.bind(Checkout).toSelf();
    const tenant = addTenant(container, 'scarves', {
      shared: [Checkout],
      modules: [
        providerModule(() => createPaymega(hats.paymega)),
        journalModule(() => createMemoryJournal()),
        paymentsModule(),
      ],
    });
    tenant.container.get(PAYMENTS);
    expect(() => tenant.container.get(Checkout)).toThrow('PAYMENTS, of paymentsModule(...)');
  });

  test.each(['', '  '])('a tenant has a name: %j is none', (name) => {
    expect(() => addTenant(new Container(), name, { modules })).toThrow(
      'TENANT_NAME must be a string that is not blank',
    );
  });

  test('two tenants of one name are refused', async () => {
    const { container } = await openPlatform();
    expect(() => addTenant(container, 'hats', { modules })).toThrow('TENANT "hats" is there already');
  });

  test('one provider, or one journal, given to two merchants is refused before anything is sent', async () => {
    const { container, hats } = await openPlatform();
    const provider = providerModule(createPaymega(hats.paymega));
    const journal = journalModule(createMemoryJournal());
    for (const name of ['one', 'two']) addTenant(container, name, { modules: [provider, journal, paymentsModule()] });
    container.get(PAYMENTS, { name: 'one' });
    expect(() => container.get(PAYMENTS, { name: 'two' })).toThrow(
      /^PROVIDER is in use by other PAYMENTS.*; JOURNAL is in use by other PAYMENTS/,
    );
  });

  test('a child container with keys of its own gets no engine of its parent’s, nor the parent the child’s', async () => {
    const [hats, shoes] = await Promise.all([openAccounts('hats'), openAccounts('shoes')]);
    const container = new Container();
    container.load(
      journalModule(() => createMemoryJournal()),
      paymentsModule(),
    );
    const [ofHats, ofShoes] = [hats, shoes].map((accounts) => {
      const child = new Container({ parent: container });
      child.load(providerModule(() => createPaymega(accounts.paymega)));
      return child;
    });
    const payments = ofHats?.get(PAYMENTS);
    const message = 'PROVIDER is another one here than the one that PAYMENTS is made of';
    expect(() => ofShoes?.get(PAYMENTS)).toThrow(message);
    expect(() => container.get(PAYMENTS)).toThrow(message);
    expect(ofHats?.get(PAYMENTS)).toBe(payments);
    await close(container);
  });

  test('what a child saw that got no engine is forgotten: cards are stored in the vault of whoever gets one', async () => {
    const { paycross } = await openAccounts('shoes');
    const container = new Container();
    container.load(paymentsModule());
    const saved: string[] = [];
    const childOf = (name: string): Container => {
      const child = new Container({ parent: container });
      child.bind(VAULT).toConstantValue({ save: async () => void saved.push(name) });
      return child;
    };
    expect(() => childOf('hats').get(PAYMENTS)).toThrow('PROVIDER is not bound');
    const shoes = childOf('shoes');
    shoes.load(
      providerModule(() => createPayCross(paycross)),
      journalModule(() => createMemoryJournal()),
    );
    await shoes.get(PAYMENTS).charge({ ...order(), storeCard: { usage: ['recurring'] } }, { key: 'order-1' });
    await close(shoes);
    expect(saved).toEqual(['shoes']);
  });

  test('a vault that is made anew for whoever asks is refused to the second', async () => {
    const { paycross } = await openAccounts('shoes');
    const container = new Container();
    container.bind(VAULT).toDynamicValue(() => ({ save: async () => {} }));
    container.load(
      providerModule(() => createPayCross(paycross)),
      journalModule(() => createMemoryJournal()),
      paymentsModule(),
    );
    container.get(PAYMENTS);
    expect(() => container.get(PAYMENTS)).toThrow(/^VAULT is another one here.*what is bound by hand is a singleton$/);
    await close(container);
  });

  test('no error, and nothing that is printed of a container, shows a key', async () => {
    const { container } = await openPlatform();
    container.get(PAYMENTS, { name: 'hats' });
    const printed = [
      inspect(container, { depth: 9, showHidden: true }),
      inspect(container.getAll(TENANT), { depth: 9, showHidden: true }),
      inspect(container.get(TENANT, { name: 'hats' }).container.getAll(PROVIDER), { depth: 9, showHidden: true }),
      JSON.stringify(container.getAll(TENANT).map(({ name }) => name)),
    ].join('\n');
    expect(printed).not.toMatch(/key-of|sk_(live|test)_of/);
  });
});

describe('a tenant that is added after somebody has asked', () => {
  test.each([
    ['for nothing in particular', (container: Container) => container.get(PAYMENTS, { optional: true })],
    ['for all engines', (container: Container) => container.getAll(PAYMENTS)[0]],
    ['by another name', (container: Container) => container.get(PAYMENTS, { name: 'hat', optional: true })],
  ])('%s, is not given to whoever asks so again', async (_name, ask) => {
    const container = new Container();
    onTestFinished(() => close(container));
    expect(ask(container)).toBeUndefined();
    const { paymega } = await openAccounts('hats');
    addTenant(container, 'hats', {
      modules: [
        providerModule(() => createPaymega(paymega)),
        journalModule(() => createMemoryJournal()),
        paymentsModule(),
      ],
    });
    expect(ask(container)).toBeUndefined();
    expect(container.get(PAYMENTS, { name: 'hats' })).toBeDefined();
  });

  test('is among all tenants, and is nobody else', () => {
    const container = new Container();
    expect(container.getAll(TENANT)).toEqual([]);
    expect(container.getAll(TENANT, { name: 'shoes' })).toEqual([]);
    addTenant(container, 'hats', { modules: [] });
    expect(container.getAll(TENANT, { name: 'shoes' })).toEqual([]);
    addTenant(container, 'shoes', { modules: [] });
    expect(container.getAll(TENANT).map(({ name }) => name)).toEqual(['hats', 'shoes']);
    expect(container.getAll(TENANT, { name: 'shoes' }).map(({ name }) => name)).toEqual(['shoes']);
  });
});
