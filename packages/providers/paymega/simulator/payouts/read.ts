import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { notFound } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { readReferenceFilter } from '../invoices/read.ts';
import type { World } from '../world.ts';
import type { Payout } from './payout.ts';
import { payoutDocument, payoutList } from './resource.ts';

export function requirePayout(world: World, id: string): Payout {
  const payout = world.payouts.get(id);
  if (payout === undefined) throw notFound(`Payout invoice ${id} was not found.`);
  return payout;
}

export function readPayout(world: World, request: RoutedRequest): SimulatedResponse {
  const id = request.parts['id'] ?? '';
  if (world.controls.takeHiding()) throw notFound(`Payout invoice ${id} was not found.`);
  return json(200, payoutDocument(world, requirePayout(world, id), 'response'));
}

export function listPayouts(world: World, request: RoutedRequest): SimulatedResponse {
  const referenceId = readReferenceFilter(request);
  if (world.controls.takeHiding()) return json(200, payoutList(world, []));
  return json(200, payoutList(world, world.payouts.list(referenceId)));
}
