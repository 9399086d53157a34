import { CardToken } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import type { TokenVault } from '../../src/index.ts';
import { day, hour, minute, openStage, order } from '../world/stage.ts';
import type { TinyProvider } from '../world/tiny-provider.ts';
import { lost, never, tinyProvider } from '../world/tiny-provider.ts';

const storing = order({ storeCard: { usage: ['recurring'] } });

interface TestVault extends TokenVault {
  readonly kept: string[];
}

/** A vault that fails so many times before it keeps anything. */
function vaultAfter(failures: number): TestVault {
  const kept: string[] = [];
  let left = failures;
  return {
    kept,
    async save(_token, { payment, key }) {
      left -= 1;
      if (left >= 0) throw new Error('vault is down');
      kept.push(`${payment} ${key}`);
    },
  };
}

function giveToken(one: TinyProvider): void {
  one.next('charge', (act) => {
    act();
    one.transaction(1).token = new CardToken({ provider: 'one', value: 'token-1' });
    return act();
  });
}

describe('a vault that fails', () => {
  test('keeps nothing of what is known about money from being written and told', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    giveToken(one);
    const vault = vaultAfter(Infinity);
    const result = await stage.open({ vault }).charge(storing, { key: 'order-1' });
    expect(result).toMatchObject({ status: 'approved', isTokenMissing: true });
    expect(await stage.events()).toEqual(['payment.approved', 'payment.token_missing']);
  });

  test('is given the token again by recovery, and that is told', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    giveToken(one);
    const vault = vaultAfter(3);
    await stage.open({ vault }).charge(storing, { key: 'order-1' });
    await stage.recover(hour, { vault });
    expect(vault.kept).toEqual(['order-1 order-1']);
    expect(await stage.read('order-1')).not.toHaveProperty('isTokenMissing');
    expect(await stage.events()).toEqual(['payment.approved', 'payment.token_missing', 'payment.token_kept']);
    const { length } = one.calls;
    await stage.recover(day, { vault });
    expect(one.calls.length).toBe(length);
  });

  test('for weeks is a matter for a person', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    giveToken(one);
    const vault = vaultAfter(Infinity);
    await stage.open({ vault }).charge(storing, { key: 'order-1' });
    await stage.recover(20 * day, { vault });
    expect(await stage.read('order-1')).toMatchObject({
      status: 'approved',
      review: expect.stringContaining('no token'),
    });
    await stage.recover(60 * day, { vault });
    expect(one.calls.length).toBeLessThanOrEqual(41);
  });

  test('by never answering holds up nobody for ever', async () => {
    const one = tinyProvider('one');
    const stage = openStage(one);
    giveToken(one);
    const vault = { save: () => new Promise<void>(() => undefined) };
    const result = await stage.after(2 * minute, stage.open({ vault }).charge(storing, { key: 'order-1' }));
    expect(result).toMatchObject({ status: 'approved', isTokenMissing: true });
  });
});

test('a token that nobody asked for, and that the vault did not take, is missing like any other', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  giveToken(one);
  const vault = vaultAfter(1);
  expect(await stage.open({ vault }).charge(order(), { key: 'order-1' })).toMatchObject({ isTokenMissing: true });
  await stage.recover(minute, { vault });
  expect(vault.kept).toEqual(['order-1 order-1']);
});

test('a token that comes later than the approval is fetched and kept', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  const vault = vaultAfter(0);
  await stage.open({ vault }).charge(storing, { key: 'order-1' });
  one.transaction(1).token = new CardToken({ provider: 'one', value: 'token-1' });
  await stage.recover(minute, { vault });
  expect(vault.kept).toEqual(['order-1 order-1']);
});

test.each([
  ['after a crash', never],
  ['after a lost answer', lost],
])('a token is kept %s too, and stands in no event of the journal', async (_when, script) => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  one.next('charge', (act, context) => {
    act();
    one.transaction(1).token = new CardToken({ provider: 'one', value: 'token-very-secret' });
    return script(act, context);
  });
  const vault = vaultAfter(0);
  void stage.open({ vault }).charge(storing, { key: 'order-1' });
  await stage.clock.advance(minute);
  await stage.recover(minute, { vault });
  expect(vault.kept).toContain('order-1 order-1');
  expect(JSON.stringify(await stage.journal.read('order-1'))).not.toContain('very-secret');
});

test('without a vault nobody runs after tokens', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  giveToken(one);
  const result = await stage.open().charge(storing, { key: 'order-1' });
  expect(result).toHaveProperty('token');
  expect(result).not.toHaveProperty('isTokenMissing');
  expect(await stage.open().recover()).toEqual({ payments: [], failed: [] });
});
