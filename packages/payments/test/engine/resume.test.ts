import type { ChallengeRequest, Outcome } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { eur, minute, openStage, order } from '../world/stage.ts';
import type { Stage } from '../world/stage.ts';
import type { Script, TinyProvider } from '../world/tiny-provider.ts';
import { tinyProvider } from '../world/tiny-provider.ts';

const challenged: Script = (act, { reference }) => {
  act();
  const action = { kind: 'redirect', url: 'https://bank.test/' } as const;
  const facts = { provider: 'one', reference, providerReference: 'one-1', raw: {} };
  return { status: 'action_required', ...facts, action, continuation: 'provider-own' };
};

async function waiting(one: TinyProvider): Promise<Stage> {
  const stage = openStage(one);
  one.next('charge', challenged);
  await stage.open().charge(order(), { key: 'order-1' });
  one.transaction(1).status = 'pending';
  return stage;
}

describe('resuming after the shopper acted', () => {
  test('asks the provider, in any process, and its answer counts', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    one.transaction(1).status = 'approved';
    expect(await stage.open().resume({ continuation: 'order-1-1' })).toMatchObject({ status: 'approved' });
    expect(one.calls).toEqual(['charge order-1-1', 'challenge']);
  });

  test('is possible as long as the provider only says that it is under way, and until the shopper is back', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    for (let round = 0; round < 3; round += 1) await stage.recover(minute);
    expect(one.calls.filter((call) => call.startsWith('lookup')).length).toBeGreaterThan(0);
    expect((await stage.open().get('order-1'))?.operations[0]).toMatchObject({
      status: 'action_required',
      action: { kind: 'redirect', url: 'https://bank.test/' },
    });
    await stage.open().resume({ continuation: 'order-1-1' });
    await stage.recover(minute);
    expect((await stage.open().get('order-1'))?.operations[0].status).toBe('pending');
  });

  test('goes on with what was said when the shopper was asked, whatever lookups say since', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    one.nextLookup(() => {
      const facts = { provider: 'one', reference: 'order-1-1', providerReference: 'one-1', raw: {} };
      const action = { kind: 'redirect', url: 'https://one.test/' } as const;
      const outcome = { status: 'action_required', ...facts, action, continuation: 'of-a-lookup' } as const;
      return { status: 'found', transactions: [{ operation: 'charge', amount: eur('10.00'), outcome }] };
    });
    await stage.recover(minute);
    const given: string[] = [];
    const challenge = async (request: ChallengeRequest): Promise<Outcome> => {
      given.push(request.continuation);
      return await one.challenge(request);
    };
    await stage.open({ providers: [{ ...one, challenge }] }).resume({ continuation: 'order-1-1' });
    expect(given).toEqual(['provider-own']);
  });

  test('gives the shopper no word of the provider’s own continuation', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    expect(JSON.stringify(await stage.read('order-1'))).not.toContain('provider-own');
  });

  test('again and again writes down once that there is nothing new', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    for (let press = 0; press < 20; press += 1) await stage.open().resume({ continuation: 'order-1-1' });
    expect((await stage.journal.read('order-1'))?.version).toBeLessThan(6);
  });

  test('of a payment that is decided asks nobody', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    one.transaction(1).status = 'approved';
    await stage.recover(minute);
    const { length } = one.calls;
    expect((await stage.open().resume({ continuation: 'order-1-1' })).status).toBe('approved');
    expect(one.calls.length).toBe(length);
  });

  test('believes no answer about another attempt or another amount', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    const approved = (reference: string, amount: string): Outcome => {
      return { status: 'approved', provider: 'one', reference, providerReference: 'x', amount: eur(amount), raw: {} };
    };
    for (const outcome of [approved('order-2-1', '10.00'), approved('order-1-1', '1.00')]) {
      const lying = { ...one, challenge: async () => outcome };
      const result = await stage.open({ providers: [lying] }).resume({ continuation: 'order-1-1' });
      expect(result.status).toBe('unknown');
    }
  });

  test('with what never came with action_required is refused', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    await stage.open().charge(order(), { key: 'order-1' });
    one.next('charge', (act) => {
      act();
      one.transaction(2).status = 'pending';
      return act();
    });
    await stage.open().charge(order(), { key: 'order-2' });
    await expect(stage.open().resume({ continuation: 'order-9-1' })).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(stage.open().resume({ continuation: 'order-2-1' })).rejects.toMatchObject({ code: 'invalid_request' });
  });

  test('while the provider fails is unknown, because the shopper may have paid, and it can be resumed again', async () => {
    const one = tinyProvider('one');
    const stage = await waiting(one);
    const broken = { ...one, challenge: () => Promise.reject(new Error('down')) };
    const result = await stage.open({ providers: [broken] }).resume({ continuation: 'order-1-1' });
    expect(result).toMatchObject({ status: 'unknown', error: { effect: 'possible' } });
    expect(result).not.toHaveProperty('action');
    expect((await stage.open().get('order-1'))?.operations[0].status).toBe('action_required');
    one.transaction(1).status = 'declined';
    expect((await stage.open().resume({ continuation: 'order-1-1' })).status).toBe('declined');
  });
});
