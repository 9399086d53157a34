import type { Journal, Provider } from '@ducat/core';
import { createMemoryJournal } from '@ducat/journal-memory';
import { createRouter } from '@ducat/router';
import { describe, expect, test } from 'vitest';
import type { PaymentsOptions } from '../../src/index.ts';
import { createPayments } from '../../src/index.ts';
import { readSettings } from '../../src/options.ts';
import { openWorld, order } from '../world/world.ts';
import { refusalOf } from './refusal.ts';

const world = openWorld();
const providers: readonly Provider[] = [world.paymega.provider, world.paycross.provider];
const right = { providers, journal: createMemoryJournal(), recovery: false } as const;

const provider = { id: 'own', close: async () => undefined, charge: async () => undefined };

function fail(): never {
  throw new Error('canary');
}

function unreadable(name: string): object {
  return Object.defineProperty({}, name, { get: fail, enumerable: true });
}

/** Every wrong field with what is wrong. */
async function wrong(options: object): Promise<Record<string, string>> {
  const error = await refusalOf(() => createPayments({ ...right, ...options } as unknown as PaymentsOptions));
  expect(error).toMatchObject({ code: 'invalid_options', effect: 'none' });
  return Object.fromEntries(error.issues.map(({ path, message }) => [path, message]));
}

describe('options of an engine', () => {
  test('are refused at once when two providers share an id: attempts could not be told apart', async () => {
    const [paymega] = providers;
    expect(await wrong({ providers: [paymega, paymega] })).toEqual({
      'providers.1.id': 'is the id of another provider too: every provider needs its own',
    });
  });

  test('are refused once, with every wrong field', async () => {
    const { takeMessages: _missing, ...journal } = { ...journalMethods(), close: 'soon' };
    const fields = await wrong({
      providers: [{ id: ' ' }, 7],
      journal,
      routes: 'all',
      vault: {},
      logger: { info() {} },
      observer: null,
      clock: { now: () => 0 },
      subscribers: ['me'],
      delivery: { concurrency: 0, delaysMilliseconds: [] },
      limits: { attemptMilliseconds: 0, closeMilliseconds: -1 },
      recovery: { delaysMilliseconds: [1000, -1], graceMilliseconds: 0.5, often: true },
      retries: 3,
    });
    expect(Object.keys(fields).sort()).toEqual([
      'clock.schedule',
      'delivery.concurrency',
      'delivery.delaysMilliseconds',
      'journal.close',
      'journal.takeMessages',
      'limits.attemptMilliseconds',
      'limits.closeMilliseconds',
      'logger.debug',
      'logger.error',
      'logger.warn',
      'observer',
      'providers.0.close',
      'providers.0.id',
      'providers.0.limits',
      'providers.1',
      'recovery.delaysMilliseconds.1',
      'recovery.graceMilliseconds',
      'recovery.often',
      'retries',
      'routes',
      'subscribers.0',
      'vault.save',
    ]);
    expect(fields['recovery.often']).toBe('is not a known field; check its spelling');
  });

  test('are refused when there is no provider, no journal, or nothing at all', async () => {
    expect(await wrong({ providers: [] })).toEqual({ providers: 'must have at least one provider' });
    expect(Object.keys(await wrong({ journal: undefined }))).toEqual(['journal']);
    const error = await refusalOf(() => createPayments(undefined as unknown as PaymentsOptions));
    expect(error.code).toBe('invalid_options');
  });

  test.each<readonly [where: string, options: object]>([
    ['in one of them', unreadable('journal')],
    ['in one of one of them', { limits: unreadable('attemptMilliseconds') }],
    ['in what a provider can do', { providers: [{ ...provider, limits: unreadable('currencies') }] }],
    ['in a rule', { routes: { version: 1, rules: [unreadable('name')] } }],
    ['in what may be a router', { routes: unreadable('plan') }],
    ['in whatever is asked of it', { routes: new Proxy({}, { has: fail }) }],
  ])('that cannot even be read are refused, without what was thrown: %s', async (_where, options) => {
    const given = Object.defineProperties({ ...right }, Object.getOwnPropertyDescriptors(options));
    const error = await refusalOf(() => createPayments(given as PaymentsOptions));
    expect(error).toMatchObject({ code: 'invalid_options', effect: 'none' });
    expect(error.message).toMatch(/^(options|routes): cannot be read: something in it throws$/);
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify(error) + error.stack).not.toContain('canary');
  });

  test('are refused when lookups would end before a person is asked, also against the default', async () => {
    expect(await wrong({ recovery: { maximumLookups: 5 } })).toEqual({
      'recovery.maximumLookups': 'must be at least lookupsBeforeReview, which is 30',
    });
  });

  test('take routes as data, and refuse wrong ones by their path', async () => {
    const routes = { version: 1, rules: [{ name: 'large', try: ['nobody'], iff: {} }] };
    expect(Object.keys(await wrong({ routes }))).toContainEqual(expect.stringMatching(/^routes\.rules\.0\./));
    const engine = openWorld().open({ routes: { version: 1, rules: [{ name: 'cross', try: ['paycross'] }] } });
    expect(await engine.charge(order(), { key: 'order-1' })).toMatchObject({
      status: 'approved',
      provider: 'paycross',
    });
  });

  test('take a router, and refuse what only looks like one', async () => {
    const router = createRouter({ providers });
    expect(await wrong({ routes: { plan: router.plan.bind(router) } })).toMatchObject({
      'routes.record': 'must be a function of a router',
      'routes.isOpen': 'must be a function of a router',
    });
    const own = openWorld(['paycross', 'paymega']);
    const engine = own.open({ routes: createRouter({ providers: [own.paymega.provider] }) });
    expect(await engine.charge(order(), { key: 'order-1' })).toMatchObject({ provider: 'paymega' });
  });

  test('that are undefined are the defaults', () => {
    const nothing = { graceMilliseconds: undefined, everyMilliseconds: undefined, closeMilliseconds: undefined };
    const { graceMilliseconds, everyMilliseconds, closeMilliseconds } = nothing;
    const asked = {
      ...right,
      recovery: { graceMilliseconds, everyMilliseconds },
      delivery: { everyMilliseconds },
      limits: { closeMilliseconds },
      clock: undefined,
      vault: undefined,
    } as unknown as PaymentsOptions;
    const { router: _own, ...settings } = readSettings(asked);
    const { router: _other, ...defaults } = readSettings({ ...right, recovery: {} });
    expect(settings).toEqual(defaults);
  });
});

function journalMethods(): Record<keyof Journal, unknown> {
  const method = (): void => undefined;
  return {
    append: method,
    read: method,
    find: method,
    lease: method,
    reviews: method,
    payments: method,
    takeMessages: method,
    acknowledge: method,
    close: method,
  };
}
