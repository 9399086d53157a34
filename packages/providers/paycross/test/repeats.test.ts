import { describe, expect, it } from 'vitest';
import { expectStatus, expectUnknown } from './expectations.ts';
import { operationNames, operations } from './operations.ts';
import { attempt, card, charge, money } from './requests.ts';
import { openShop } from './shop.ts';

const second = 1000;
const hour = 60 * 60 * second;

describe.each(operationNames)('a repeat of %s with the same reference', (name) => {
  it('is answered like the first, and acts once', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const context = attempt();
    const first = expectStatus(await send(context), 'approved');
    await shop.clock.advance(hour);
    expect(await send(context)).toEqual(first);
    expect(moved()).toBe(1000n);
  });

  it('tells what became of the first when its answer was lost, and acts once', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const context = attempt();
    shop.simulator.controls.loseNextResponse();
    expectUnknown(await send(context), 'connection_lost');
    expect(moved()).toBe(1000n);
    expectStatus(await send(context, shop.anotherProvider()), 'approved');
    expect(moved()).toBe(1000n);
  });

  it('still does so at the end of the window of 24 hours', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const context = attempt();
    shop.simulator.controls.loseNextResponse();
    expectUnknown(await send(context), 'connection_lost');
    await shop.clock.advance((shop.provider.limits.replayWindowMilliseconds ?? 0) - second);
    expectStatus(await send(context), 'approved');
    expect(moved()).toBe(1000n);
  });

  it('acts when the first never arrived', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const context = attempt();
    shop.bridge.loseNextRequest();
    expectUnknown(await send(context), 'connection_lost');
    expect(moved()).toBe(0n);
    expectStatus(await send(context), 'approved');
    expect(moved()).toBe(1000n);
  });

  it('acts once when both are under way at the same time', async () => {
    const shop = openShop();
    const { send, moved } = await operations[name](shop);
    const context = attempt();
    const [one, other] = await Promise.all([send(context), send(context, shop.anotherProvider())]);
    expectStatus(one, 'approved');
    expect(other).toEqual(one);
    expect(moved()).toBe(1000n);
  });
});

describe('two requests that look alike', () => {
  it.each(operationNames.filter((name) => name !== 'capture' && name !== 'void' && name !== 'refund'))(
    'within 30 seconds under two references: the second %s is unknown, neither a success nor proof of nothing',
    async (name) => {
      const shop = openShop();
      const { send, moved } = await operations[name](shop);
      expectStatus(await send(attempt()), 'approved');
      const outcome = expectUnknown(await send(attempt()), 'duplicate');
      expect(outcome.providerReference).toBeUndefined();
      expect(moved()).toBe(1000n);
    },
  );

  it.each(['capture', 'void', 'refund'] as const)(
    'of the same parent within 30 seconds: the second %s is unknown, neither a success nor proof of nothing',
    async (name) => {
      const shop = openShop();
      const { send, moved } = await operations[name](shop);
      expectStatus(await send(attempt()), 'approved');
      expectUnknown(await send(attempt()), 'duplicate');
      expect(moved()).toBe(1000n);
    },
  );

  it('are both carried out when the merchant waives the check', async () => {
    const { provider, simulator } = openShop();
    const request = charge({ providerOptions: { paycross: { duplicateCheck: false } } });
    expectStatus(await provider.charge(request, attempt()), 'approved');
    expectStatus(await provider.charge(request, attempt()), 'approved');
    expect(simulator.bank.totals('USD').captured).toBe(2000n);
  });

  it('are both carried out after 30 seconds', async () => {
    const { provider, simulator, clock } = openShop();
    expectStatus(await provider.charge(charge(), attempt()), 'approved');
    await clock.advance(31 * second);
    expectStatus(await provider.charge(charge(), attempt()), 'approved');
    expect(simulator.bank.totals('USD').captured).toBe(2000n);
  });

  it('with one reference and another amount: the answer about the first is not taken for the second', async () => {
    const { provider, simulator } = openShop();
    const context = attempt();
    expectStatus(await provider.charge(charge(), context), 'approved');
    expectUnknown(await provider.charge(charge({ amount: money('11.00') }), context), 'contradicting_response');
    expect(simulator.bank.totals('USD').captured).toBe(1000n);
  });

  it('with one reference and another operation: the answer about the first is not taken for the second', async () => {
    const { provider } = openShop();
    const context = attempt();
    expectStatus(await provider.authorize(charge(), context), 'approved');
    const outcome = expectUnknown(await provider.charge(charge(), context), 'contradicting_response');
    expect(outcome.providerReference).toBeUndefined();
  });

  it('with one reference and another authorization: a capture of the first is not taken for one of the second', async () => {
    const { provider } = openShop();
    const held = await Promise.all(
      ['10.00', '10.01'].map((amount) =>
        provider.authorize(charge({ amount: money(amount), source: { kind: 'card', card: card() } }), attempt()),
      ),
    );
    const [one = '', other = ''] = held.map((outcome) => expectStatus(outcome, 'approved').providerReference);
    const context = attempt();
    expectStatus(await provider.capture({ authorization: one, amount: money('5.00') }, context), 'approved');
    const outcome = await provider.capture({ authorization: other, amount: money('5.00') }, context);
    expectUnknown(outcome, 'contradicting_response');
  });
});
