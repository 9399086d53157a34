import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import { Container } from 'inversify';
import { describe, expect, test } from 'vitest';
import {
  addTenant,
  close,
  JOURNAL,
  journalModule,
  PAYMENTS,
  paymentsModule,
  PROVIDER,
  providerModule,
  TENANT,
  VAULT,
} from '../src/index.ts';
import type { Accounts } from './town.ts';
import { openAccounts, order, taken } from './town.ts';
import type { Diary } from './watched.ts';
import { openDiary } from './watched.ts';

function load(container: Container, accounts: Accounts, diary: Diary): void {
  container.load(
    providerModule(() => diary.provider(createPaymega(accounts.paymega))),
    providerModule(() => diary.provider(createPayCross(accounts.paycross))),
    journalModule(() => diary.journal()),
    paymentsModule(),
  );
}

/** Providers are closed at the same time, and after them the journal. */
function expectInOrder(diary: Diary): void {
  const lines = diary.lines.filter((line) => !line.startsWith('closed pay'));
  expect(lines).toEqual(inOrder.filter((line) => !line.startsWith('closed pay')));
  expect([...diary.lines].sort()).toEqual([...inOrder].sort());
  expect(diary.lines.slice(-2)).toEqual(['closing journal', 'closed journal']);
}

const inOrder = [
  'made paymega',
  'made paycross',
  'made journal',
  'closing paymega',
  'closing paycross',
  'closed paymega',
  'closed paycross',
  'closing journal',
  'closed journal',
];

const ways: readonly (readonly [string, (container: Container) => Promise<unknown>])[] = [
  ['close', (container) => close(container)],
  ['close, called twice at once', (container) => Promise.all([close(container), close(container)])],
  ['close, called again afterwards', (container) => close(container).then(() => close(container))],
  ['unbindAllAsync of inversify', (container) => container.unbindAllAsync()],
  [
    'the engine itself first',
    async (container) => {
      await container.get(PAYMENTS).close();
      await close(container);
    },
  ],
  ['unbinding a single token', (container) => container.unbindAsync(JOURNAL).then(() => close(container))],
];

describe.each(ways)('%s', (_name, closeIt) => {
  test('closes providers, then the journal, each once', async () => {
    const diary = openDiary();
    const container = new Container();
    load(container, await openAccounts('hats'), diary);
    container.get(PAYMENTS);
    await closeIt(container);
    expectInOrder(diary);
  });

  test('waits for what is under way, which is written before the journal is closed', async () => {
    const diary = openDiary();
    const accounts = await openAccounts('hats');
    const container = new Container();
    load(container, accounts, diary);
    const payments = container.get(PAYMENTS);
    const paying = payments.charge(order(), { key: 'order-1' });
    await Promise.all([closeIt(container), paying]);
    expect(await paying).toMatchObject({ status: 'approved', provider: 'paymega' });
    expect(taken(accounts)).toEqual({ paymega: 1000n, paycross: 0n });
    expectInOrder(diary);
    await expect(payments.charge(order(), { key: 'order-2' })).rejects.toMatchObject({ code: 'journal_failed' });
  });
});

test('what was never asked for is not made to be closed', async () => {
  const diary = openDiary();
  const container = new Container();
  const accounts = await openAccounts('hats');
  load(container, accounts, diary);
  const tenant = addTenant(container, 'shoes', { modules: [] });
  load(tenant.container, accounts, diary);
  await close(container);
  expect(diary.lines).toEqual([]);
});

test('a provider and a journal that were asked for without an engine are closed, each once', async () => {
  const diary = openDiary();
  const container = new Container();
  load(container, await openAccounts('hats'), diary);
  container.getAll(PROVIDER);
  container.get(JOURNAL);
  await close(container);
  await close(container);
  expect([...diary.lines].sort()).toEqual([...inOrder].sort());
});

test('what an engine could not be made of is closed all the same', async () => {
  const diary = openDiary();
  const { paymega } = await openAccounts('hats');
  const container = new Container();
  const provider = (): ReturnType<typeof providerModule> =>
    providerModule(() => diary.provider(createPaymega(paymega)));
  container.load(provider(), provider(), paymentsModule());
  container.load(journalModule(() => diary.journal()));
  expect(() => container.get(PAYMENTS)).toThrow('is the id of another provider too');
  await close(container);
  expect(diary.lines.filter((line) => line.startsWith('closed')).sort()).toEqual([
    'closed journal',
    'closed paymega',
    'closed paymega',
  ]);
});

test('what belongs to the application is there until the last payment is written', async () => {
  const accounts = await openAccounts('hats');
  const container = new Container();
  const diary = openDiary();
  container
    .bind(VAULT)
    .toConstantValue({ save: async (_token, { payment }) => void diary.lines.push(`token of ${payment}`) })
    .onDeactivation(() => void diary.lines.push('closed vault'));
  container.load(
    providerModule(() => createPayCross(accounts.paycross)),
    journalModule(() => diary.journal()),
    paymentsModule(),
  );
  const paying = container
    .get(PAYMENTS)
    .charge({ ...order(), storeCard: { usage: ['recurring'] } }, { key: 'order-1' });
  await close(container);
  await paying;
  expect(diary.lines).toEqual([
    'made journal',
    'token of order-1',
    'closing journal',
    'closed journal',
    'closed vault',
  ]);
});

test('a container that is being closed makes no engine', async () => {
  const diary = openDiary();
  const container = new Container();
  load(container, await openAccounts('hats'), diary);
  const closing = close(container);
  expect(() => container.get(PAYMENTS)).toThrow('PAYMENTS: this container is closed, or being closed');
  await closing;
  expect(() => container.get(PAYMENTS)).toThrow('PAYMENTS, of paymentsModule(...)');
});

test('after it is closed, a container can be loaded anew', async () => {
  const accounts = await openAccounts('hats');
  const container = new Container();
  for (const key of ['order-1', 'order-2']) {
    load(container, accounts, openDiary());
    expect(await container.get(PAYMENTS).charge(order(), { key })).toMatchObject({ status: 'approved' });
    await close(container);
  }
});

test('closing the application closes every tenant, and closing a tenant leaves the others open', async () => {
  const [hats, shoes] = [await openAccounts('hats'), await openAccounts('shoes')];
  const diaries = { hats: openDiary(), shoes: openDiary() };
  const container = new Container();
  load(addTenant(container, 'hats', { modules: [] }).container, hats, diaries.hats);
  const other = addTenant(container, 'shoes', { modules: [] });
  load(other.container, shoes, diaries.shoes);
  const payments = container.get(PAYMENTS, { name: 'hats' });
  container.get(PAYMENTS, { name: 'shoes' });

  await other.close();
  await other.close();
  expectInOrder(diaries.shoes);
  expect(container.getAll(TENANT).map(({ name }) => name)).toEqual(['hats']);
  expect(() => container.get(PAYMENTS, { name: 'shoes' })).toThrow('PAYMENTS, of paymentsModule(...)');
  expect(await payments.charge(order(), { key: 'order-1' })).toMatchObject({ status: 'approved' });

  await close(container);
  expectInOrder(diaries.hats);
});

test('what the application bound itself is let go once, though closing is asked for twice at once', async () => {
  const diary = openDiary();
  const container = new Container();
  container
    .bind(VAULT)
    .toConstantValue({ save: async () => {} })
    .onDeactivation(async () => void diary.lines.push('closed vault'));
  container.get(VAULT);
  await Promise.all([close(container), close(container)]);
  expect(diary.lines).toEqual(['closed vault']);
});

test('a journal without an engine is closed once, though inversify lets it go twice at once', async () => {
  const diary = openDiary();
  const container = new Container();
  container.load(journalModule(diary.journal()));
  container.get(JOURNAL);
  await Promise.all([container.unbindAllAsync(), container.unbindAllAsync()]);
  expect(diary.lines).toEqual(['made journal', 'closing journal', 'closed journal']);
});

test('a value that was handed over is closed, though nobody asked for it', async () => {
  const diary = openDiary();
  const container = new Container();
  container.load(journalModule(diary.journal()));
  await close(container);
  expect(diary.lines).toEqual(['made journal', 'closing journal', 'closed journal']);
});

test('unbindAllAsync closes the tenants too, whose engines are open', async () => {
  const diary = openDiary();
  const container = new Container();
  const tenant = addTenant(container, 'hats', { modules: [] });
  load(tenant.container, await openAccounts('hats'), diary);
  tenant.container.get(PAYMENTS);
  await container.unbindAllAsync();
  expectInOrder(diary);
});

test('an engine of what was bound by hand is closed by unbindAllAsync too', async () => {
  const diary = openDiary();
  const { paymega } = await openAccounts('hats');
  const container = new Container();
  container.bind(PROVIDER).toConstantValue(diary.provider(createPaymega(paymega)));
  container.bind(JOURNAL).toConstantValue(diary.journal());
  container.load(paymentsModule());
  container.get(PAYMENTS);
  await container.unbindAllAsync();
  expect(diary.lines.slice(-2)).toEqual(['closing journal', 'closed journal']);
});
