import { describe, expect, it } from 'vitest';
import { expectFound, expectRefusal, expectStatus, expectUnknown } from './expectations.ts';
import { operationNames, operations } from './operations.ts';
import { attempt, charge } from './requests.ts';
import { openShop } from './shop.ts';

const findable = ['tokenize', 'charge', 'authorize', 'payout'] as const;

describe.each(operationNames)('%s', (name) => {
  it('is not_sent when nobody listens, and the bank has seen nothing', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    shop.bridge.refuseNextConnection();
    const outcome = expectStatus(await send(attempt()), 'not_sent');
    expect(outcome.error).toMatchObject({ code: 'connection_failed', effect: 'none', provider: 'paycross' });
    expect(moved()).toBe(0n);
  });

  it('is unknown when the request may have arrived', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const context = attempt();
    shop.bridge.loseNextRequest();
    expect(expectUnknown(await send(context), 'connection_lost').reference).toBe(context.reference);
    expect(moved()).toBe(0n);
  });

  it.each([500, 502, 503, 504, 408, 409, 423, 425, 499, 410, 402])(
    'is unknown after an HTTP %i: it may concern a request that did act',
    async (status) => {
      const shop = openShop();
      const { send } = await operations[name](shop);
      shop.simulator.controls.refuseNext(status);
      expectUnknown(await send(attempt()), 'unexpected_response');
    },
  );

  it.each([400, 403, 405, 406, 413, 415, 422])(
    'is refused without an effect by an HTTP %i in the words of the gateway',
    async (status) => {
      const shop = openShop();
      const { send, moved } = await operations[name](shop);
      shop.simulator.controls.refuseNext(status);
      const error = await expectRefusal(() => send(attempt()), 'refused');
      expect(error).toMatchObject({ retry: 'never', provider: 'paycross', raw: { httpStatus: String(status) } });
      expect(moved()).toBe(0n);
    },
  );

  it('may be sent again later when there were too many requests', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    shop.simulator.controls.refuseNext(429);
    expect((await expectRefusal(() => send(attempt()), 'rate_limited')).retry).toBe('safe');
    expect(moved()).toBe(0n);
  });

  it('is refused when the secret key is wrong, and the bank has seen nothing', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const stranger = shop.anotherProvider({ secretKey: 'another key' });
    await expectRefusal(() => send(attempt(), stranger), 'authentication_failed');
    expect(moved()).toBe(0n);
  });
});

describe('after a lost answer', () => {
  it.each(findable)('a lookup by reference finds the %s', async (operation) => {
    const shop = openShop();
    const { send } = await operations[operation](shop);
    const context = attempt();
    shop.simulator.controls.loseNextResponse();
    expectUnknown(await send(context), 'connection_lost');
    const found = expectFound(await shop.provider.lookup({ operation, reference: context.reference }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      operation,
      testMode: true,
      outcome: { status: 'approved', reference: context.reference },
    });
    expect(found[0].amount?.toString()).toBe('10.00 USD');
  });

  it.each(findable)('of a %s that never arrived a lookup finds nothing', async (operation) => {
    const shop = openShop();
    const { send } = await operations[operation](shop);
    const context = attempt();
    shop.bridge.loseNextRequest();
    expectUnknown(await send(context), 'connection_lost');
    expect(await shop.provider.lookup({ operation, reference: context.reference })).toEqual({ status: 'not_found' });
  });

  it.each(['capture', 'void', 'refund'] as const)(
    'a %s cannot be asked for by reference: it carries none',
    async (operation) => {
      const { provider, bridge } = openShop();
      await expectRefusal(() => provider.lookup({ operation, reference: 'attempt' }), 'unsupported');
      expect(bridge.sent).toEqual([]);
    },
  );
});

describe('a call without a reference', () => {
  it.each([undefined, '', 'a;b', 'a b', 'a/b', '..', 'a\n', 'x'.repeat(65)])(
    '(%s) is refused before sending',
    async (reference) => {
      const { provider, bridge } = openShop();
      await expectRefusal(() => provider.charge(charge(), { reference: reference as string }), 'invalid_request');
      expect(bridge.sent).toEqual([]);
    },
  );
});
