import { DucatError } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import { createPaymega } from '@ducat/paymega';
import type { ContainerModule } from 'inversify';
import { Container } from 'inversify';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  addTenant,
  CLOCK,
  close,
  JOURNAL,
  journalModule,
  LOGGER,
  PAYMENTS,
  paymentsModule,
  providerModule,
  routesModule,
  VAULT,
} from '../src/index.ts';
import { openAccounts } from './town.ts';

const accounts = {
  accountId: 'coma_1',
  apiKey: 'api-key',
  privateKeys: { live: 'sk_live_1', test: 'sk_test_1' },
  baseUrl: 'http://127.0.0.1:9',
};
const provider = (): ContainerModule => providerModule(() => createPaymega(accounts));
const journal = (): ContainerModule => journalModule(() => createMemoryJournal());
const routes = (): ContainerModule => routesModule({ version: 1, rules: [] });

function containerOf(...modules: readonly ContainerModule[]): Container {
  const container = new Container();
  container.load(...modules);
  onTestFinished(() => close(container));
  return container;
}

function refusal(container: Container): DucatError {
  try {
    container.get(PAYMENTS);
  } catch (error) {
    if (DucatError.is(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('what is missing, or there twice, is named with the module to load', () => {
  test.each([
    ['JOURNAL is not bound: load journalModule(...)', [provider()]],
    ['PROVIDER is not bound: load providerModule(...)', [journal()]],
    ['PROVIDER is not bound: load providerModule(...); JOURNAL is not bound: load journalModule(...)', [routes()]],
    ['JOURNAL is bound 2 times: load journalModule(...) once', [provider(), journal(), journal()]],
    ['ROUTES is bound 2 times: load routesModule(...) once', [provider(), journal(), routes(), routes()]],
  ])('%s', (message, modules) => {
    const error = refusal(containerOf(paymentsModule(), ...modules));
    expect(error).toMatchObject({ message, code: 'invalid_options', effect: 'none' });
    expect(error.issues.map((issue) => `${issue.path} ${issue.message}`).join('; ')).toBe(message);
  });

  test.each([
    ['CLOCK', CLOCK],
    ['LOGGER', LOGGER],
    ['VAULT', VAULT],
  ])('%s is bound by hand, once', (name, token) => {
    const container = containerOf(provider(), journal(), paymentsModule());
    container.bind<unknown>(token).toConstantValue({});
    container.bind<unknown>(token).toConstantValue({});
    expect(refusal(container).message).toBe(`${name} is bound 2 times: bind it once`);
  });

  test.each([
    ['PAYMENTS', 'paymentsModule', PAYMENTS],
    ['JOURNAL', 'journalModule', JOURNAL],
  ])('%s, when nothing of this package is there to say it', (name, module, token) => {
    expect(() => new Container().get<unknown>(token)).toThrow(`${name}, of ${module}(...)`);
  });

  test('PAYMENTS, when its module is loaded twice', () => {
    const container = containerOf(provider(), journal(), paymentsModule(), paymentsModule());
    expect(() => container.get(PAYMENTS)).toThrow(/Ambiguous bindings.*PAYMENTS, of paymentsModule\(\.\.\.\)/);
  });

  test('of a tenant, the tenant is named too', () => {
    const container = new Container();
    addTenant(container, 'hats', { modules: [provider(), paymentsModule()] });
    const message = 'JOURNAL of the tenant "hats" is not bound: load journalModule(...)';
    expect(() => container.get(PAYMENTS, { name: 'hats' })).toThrow(message);
  });
});

test('before it is said, nothing is sent, and afterwards the container works once the module is loaded', async () => {
  const { paymega, banks } = await openAccounts('hats');
  const container = containerOf(
    providerModule(() => createPaymega(paymega)),
    paymentsModule(),
  );
  expect(() => container.get(PAYMENTS)).toThrow('load journalModule(...)');
  expect(banks.paymega.bank.entries).toEqual([]);
  container.load(journal());
  expect(container.get(PAYMENTS)).toBe(container.get(PAYMENTS));
});
