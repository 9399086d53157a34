import type { ActionRequired, ChargeRequest } from '@ducat/core';
import { expect } from 'vitest';
import type { PaymegaSimulatorSettings } from '../simulator/index.ts';
import { cards } from '../simulator/index.ts';
import type { Shop } from './shop.ts';
import { assertAction, cardSource, ledger, openShop, order } from './shop.ts';

export const termUrl = 'https://shop.test/3ds';

export interface Challenged {
  readonly shop: Shop;
  readonly outcome: ActionRequired;
}

export async function challenged(
  settings: Partial<PaymegaSimulatorSettings> = {},
  more: Partial<ChargeRequest> = {},
): Promise<Challenged> {
  const shop = openShop(settings);
  const source = cardSource(cards.approvedAfterChallenge);
  const outcome = await shop.provider.charge(order({ source, ...more }), shop.attempt('attempt-1'));
  assertAction(outcome);
  expect(ledger(shop, 'attempt-1')).toEqual([]);
  return { shop, outcome };
}
