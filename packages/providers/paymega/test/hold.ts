import type { AuthorizeRequest } from '@ducat/core';
import { expect } from 'vitest';
import type { PaymegaSimulatorSettings } from '../simulator/index.ts';
import type { Shop } from './shop.ts';
import { assertApproved, ledger, money, openShop, order } from './shop.ts';

export interface Held {
  readonly shop: Shop;
  readonly authorization: string;
}

export async function held(
  more: Partial<AuthorizeRequest> = {},
  settings: Partial<PaymegaSimulatorSettings> = {},
): Promise<Held> {
  const shop = openShop(settings);
  const outcome = await shop.provider.authorize({ ...order({ amount: money('20') }), ...more }, shop.attempt('hold-1'));
  assertApproved(outcome);
  expect(ledger(shop, 'hold-1')).toEqual(['authorize 2000']);
  return { shop, authorization: outcome.providerReference };
}

export function posts(shop: Shop, path: RegExp): number {
  return shop.transport.requests.filter((request) => request.method === 'POST' && path.test(request.path)).length;
}
