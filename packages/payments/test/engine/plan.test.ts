import { expect, test } from 'vitest';
import { CardToken } from '@ducat/core';
import { openStage, order } from '../world/stage.ts';
import { refused, tinyProvider } from '../world/tiny-provider.ts';

test('a plan that names a provider twice tries it once', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  const lines = [{ provider: 'one', chosen: true, reason: 'because' }];
  const routes = { plan: () => ({ candidates: ['one', 'one'], lines }), record: () => {}, isOpen: () => false };
  one.next('charge', refused);
  expect((await stage.open({ routes }).charge(order(), { key: 'order-1' })).status).toBe('not_sent');
  expect(one.calls).toEqual(['charge order-1-1']);
});

test('a token goes to the provider that issued it and to no other, whatever the plan says', async () => {
  const [one, two] = [tinyProvider('one'), tinyProvider('two')];
  const stage = openStage(one, two);
  const token = new CardToken({ provider: 'two', value: 'secret' });
  const source = { kind: 'token', token, usage: 'oneclick', initiator: 'customer' } as const;
  const lines = ['one', 'two'].map((provider) => ({ provider, chosen: true, reason: 'because' }));
  const routes = { plan: () => ({ candidates: ['one', 'two', 'one'], lines }), record: () => {}, isOpen: () => false };
  two.next('charge', refused);
  expect((await stage.open({ routes }).charge(order({ source }), { key: 'order-1' })).status).toBe('not_sent');
  expect(one.calls).toEqual([]);
  expect(two.calls).toEqual(['charge order-1-1']);
});

test('a router that fails while it is told of a result changes nothing about the payment', async () => {
  const one = tinyProvider('one');
  const stage = openStage(one);
  const record = (): never => {
    throw new Error('x');
  };
  const lines = [{ provider: 'one', chosen: true, reason: 'because' }];
  const routes = { plan: () => ({ candidates: ['one'], lines }), record, isOpen: () => false };
  expect((await stage.open({ routes }).charge(order(), { key: 'order-1' })).status).toBe('approved');
});

test('a provider whose circuit opened since the plan was made is tried after the others', async () => {
  const [one, two, three] = [tinyProvider('one'), tinyProvider('two'), tinyProvider('three')];
  const stage = openStage(one, two, three);
  one.next('charge', refused);
  const plan = () => ({ candidates: ['one', 'two', 'three'], lines: [] });
  const routes = { plan, record: () => {}, isOpen: (provider: string) => provider === 'two' };
  const result = await stage.open({ routes }).charge(order(), { key: 'order-1' });
  expect(result).toMatchObject({ status: 'approved', provider: 'three', reference: 'order-1-2' });
  three.next('charge', refused);
  one.next('charge', refused);
  const last = await stage.open({ routes }).charge(order(), { key: 'order-2' });
  expect(last).toMatchObject({ status: 'approved', provider: 'two', reference: 'order-2-3' });
});
