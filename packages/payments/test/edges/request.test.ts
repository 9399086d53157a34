import { checkRequest, schemas } from '@ducat/adapter-kit';
import { Card, CardToken, Money } from '@ducat/core';
import type { ChargeRequest } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { Payments } from '../../src/index.ts';
import { checkOperation } from '../../src/request/check.ts';
import { openWorld, order } from '../world/world.ts';
import { refusalOf, wrongFieldsOf } from './refusal.ts';

const pan = '4111111111111111';
const amount = Money.of(1050n, 'EUR');
const card = new Card({ number: pan, expiryMonth: 1, expiryYear: 2035, securityCode: '987' });
const token = new CardToken({ provider: 'paymega', value: 'tok_1' });
const payments = openWorld().open();

/** Anything, as JavaScript would let it through. */
function refused(operation: keyof Payments, request: unknown, ...others: readonly unknown[]): Promise<string[]> {
  const call = payments[operation] as unknown as (...given: readonly unknown[]) => Promise<unknown>;
  return wrongFieldsOf(() => call(request, ...others));
}

const key = { key: 'order-1' };

describe('an invalid request', () => {
  test('is refused once, with every wrong field of the request and of its options by its path', async () => {
    const request = {
      amount: 10.5,
      description: '',
      source: { kind: 'card', card: { number: pan } },
      customer: { email: 'nobody', birthDate: '31.12.1990', metadata: { order: 7 } },
      billingAddress: { country: 'Ukraine' },
      browser: { colorDepth: -1 },
      returnUrl: 'javascript:alert(1)',
      storeCard: { usage: [] },
      metadata: { '': 'x' },
      couponCode: 'SUMMER',
    };
    expect(await refused('charge', request, { key: 'order 1', retries: 3 })).toEqual([
      'amount',
      'billingAddress.country',
      'browser.colorDepth',
      'couponCode',
      'customer.birthDate',
      'customer.email',
      'customer.metadata.order',
      'description',
      'key',
      'metadata.',
      'retries',
      'returnUrl',
      'source.card',
      'storeCard.usage',
    ]);
  });

  test('writes nothing, sends nothing, and leaves its key free', async () => {
    const world = openWorld();
    const engine = world.open();
    const error = await refusalOf(() => engine.charge({ ...order(), description: '' }, key));
    expect(error).toMatchObject({ code: 'invalid_request', effect: 'none', retry: 'never' });
    expect(error.message).toBe('description: must be a string of 1 to 255 characters');
    expect(await world.journal.payments({ limit: 10 })).toEqual([]);
    expect(world.ledger()).toEqual([]);
    expect((await engine.charge(order(), key)).status).toBe('approved');
  });

  test('is told of without its values, also where a card number stands in the place of a name', async () => {
    const request = { ...order(), [pan]: 1, description: [pan], metadata: { [`card ${pan}`]: 1 } };
    const error = await refusalOf(() => payments.charge(request as unknown as ChargeRequest, key));
    expect(JSON.stringify(error)).not.toContain('4111');
  });

  test('with the number of its card in a text that would be kept is refused, by the field', async () => {
    const source = { kind: 'card', card } as const;
    const metadata = { order: `paid by ${pan}`, 'card 4111-1111-1111-1111': 'x', phone: '411111 1111', till: '1111' };
    const request = { ...order(), source, description: 'Card 4111 1111 1111 1111', metadata };
    const error = await refusalOf(() => payments.charge(request, key));
    expect(error.issues.map(({ path }) => path)).toEqual(['description', 'metadata.order', 'metadata.card [digits]']);
    expect(JSON.stringify(error)).not.toContain('4111');
    const destination = { kind: 'card', card } as const;
    expect(await refused('payout', { amount, destination, description: `To ${pan}` }, key)).toEqual(['description']);
    const other = await openWorld()
      .open()
      .charge({ ...order(), description: 'Card 4000000000000002' }, key);
    expect(other.status).toBe('approved');
  });

  test.each([
    ['nothing at all', undefined, ['request']],
    ['a text', 'charge', ['request']],
    [
      'a field __proto__',
      JSON.parse('{"__proto__":{"testMode":true}}'),
      ['__proto__', 'amount', 'description', 'source'],
    ],
  ])('that is %s is refused', async (_what, request, fields) => {
    expect(await refused('charge', request, key)).toEqual(fields);
  });

  test('whose fields cannot be read is refused without what was thrown', async () => {
    const request = {
      ...order(),
      get description(): string {
        throw new Error(`card ${pan}`);
      },
    };
    const error = await refusalOf(() => payments.charge(request, key));
    expect(error).toMatchObject({
      code: 'invalid_request',
      message: 'request: cannot be read: something in it throws',
    });
    expect(error.cause).toBeUndefined();
  });

  test('with metadata or provider options that would reach into prototypes is refused', async () => {
    const polluting = JSON.parse('{"__proto__":{"polluted":"yes"}}') as object;
    expect(await refused('charge', { ...order(), metadata: polluting, providerOptions: polluting }, key)).toEqual([
      'metadata',
      'providerOptions',
    ]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('with provider options that refer to themselves is refused, and not followed for ever', async () => {
    const paymega: Record<string, unknown> = {};
    paymega['paymega'] = paymega;
    expect(await refused('charge', { ...order(), providerOptions: { paymega } }, key)).toEqual(['providerOptions']);
  });

  test.each<[keyof Payments, unknown, string[]]>([
    ['authorize', { ...order(), partialCapture: 'yes' }, ['partialCapture']],
    ['tokenize', { ...order(), usage: [] }, ['usage']],
    ['tokenize', { ...order(), source: { kind: 'token', token }, usage: ['oneclick'] }, ['source.kind']],
    ['payout', { amount, description: 'x', destination: { kind: 'hosted' } }, ['destination.kind']],
    ['capture', { payment: 'order 1', amount: Money.of(0n, 'EUR') }, ['amount', 'payment']],
    ['void', { payment: 'order-1' }, ['amount']],
    ['refund', { payment: 'order-1', amount, capture: 7 }, ['capture', 'reason']],
  ])('to %s is refused by the names of its fields', async (operation, request, fields) => {
    expect(await refused(operation, request, key)).toEqual(fields);
  });

  test.each<[keyof Payments, readonly unknown[], string[]]>([
    ['resume', [{ continuation: 'order 1/../2', answer: { method: 'PUT' } }], ['answer.method', 'continuation']],
    ['receive', ['', { headers: new Headers(), body: '{}' }], ['body', 'headers', 'provider']],
    ['get', ['order/1'], ['payment']],
    ['reviews', [{ limit: 0, after: '' }], ['after', 'limit']],
    ['decide', [{ review: 'order-1-1', decision: 'nothing_taken', by: '' }], ['by', 'note', 'review']],
  ])('to %s is refused by the names of its fields', async (method, given, fields) => {
    expect(await refused(method, given[0], ...given.slice(1))).toEqual(fields);
  });
});

const adapterSchemas = {
  charge: schemas.chargeRequest,
  authorize: schemas.authorizeRequest,
  tokenize: schemas.tokenizeRequest,
  payout: schemas.payoutRequest,
};

describe('the checks of the engine', () => {
  test.each<['charge' | 'authorize' | 'tokenize' | 'payout', object]>([
    ['charge', { ...order(), source: { kind: 'token', token, usage: 'often', initiator: 'me' } }],
    ['charge', { ...order(), source: { kind: 'cash' }, language: 'EN', webhookUrl: 'http://a@b' }],
    ['charge', { ...order(), browser: { timeZoneOffset: 1000, deviceChannel: '4', other: 1 } }],
    ['authorize', { ...order(), threeDSecure: { termUrl: '/back' }, testMode: 1 }],
    ['tokenize', { ...order(), onPayment: 'maybe', usage: 'oneclick' }],
    ['payout', { amount, description: 'x', destination: { kind: 'card', card: {} }, recipient: [] }],
  ])('say the same as those of the adapters, in the same words: %s', async (operation, request) => {
    const adapters = await refusalOf(() => checkRequest(adapterSchemas[operation], request));
    const call = payments[operation] as (given: unknown, options: typeof key) => Promise<unknown>;
    const own = await refusalOf(() => call(request, key));
    expect(own.issues).toEqual(adapters.issues);
    expect(own.message).toBe(adapters.message);
  });

  test('let through whatever is right', async () => {
    const world = openWorld();
    const full: ChargeRequest = {
      ...order(),
      customer: { reference: 'c-1', name: 'Jane', email: 'jane@shop.test', ipAddress: '::1', metadata: { vip: '' } },
      billingAddress: { country: 'UA', city: 'Kyiv', postalCode: '01001' },
      browser: { colorDepth: 24, timeZoneOffset: -120, deviceChannel: '02', javaEnabled: false },
      language: 'uk',
      metadata: { order: '7' },
      threeDSecure: {},
    };
    const result = await world.open().charge({ ...full, descriptor: undefined } as unknown as ChargeRequest, key);
    expect(result.status).toBe('approved');
  });

  test('cost a few microseconds', () => {
    // Measured against the adapters' own checks, on the same machine: whoever prints or clones requests is far beyond.
    const request = { ...order(), source: { kind: 'card', card } } as const;
    const adapters = quickest(() => checkRequest(schemas.chargeRequest, request));
    expect(quickest(() => checkOperation('charge', request, key))).toBeLessThan(3 * adapters);
  });
});

/** Milliseconds of the quickest of some rounds: what else the machine does makes the others slower, and none quicker. */
function quickest(task: () => void): number {
  const rounds = Array.from({ length: 10 }, () => {
    const began = performance.now();
    for (let times = 0; times < 500; times += 1) task();
    return performance.now() - began;
  });
  return Math.min(...rounds);
}
