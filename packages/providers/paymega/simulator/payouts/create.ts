import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { openDocument } from '../http/document.ts';
import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import type { Payout } from './payout.ts';
import { announcePayout, startPayout } from './process.ts';
import { readPayoutRequest } from './request.ts';
import type { PayoutRequest } from './request.ts';
import { payoutDocument } from './resource.ts';

function requireKnownToken(world: World, request: PayoutRequest): void {
  const { token, cardNumber } = request.destination;
  if (token === undefined || cardNumber !== undefined) return;
  const stored = world.vault.find(token);
  const customerReference = request.customer?.referenceId ?? stored?.customerReference;
  if (stored !== undefined && stored.testMode === request.testMode && stored.customerReference === customerReference) {
    return;
  }
  throw unprocessable('invalid_token', 'Token was not found for this customer.', '/data/attributes/fields/token');
}

export function createPayout(world: World, request: RoutedRequest): SimulatedResponse {
  const { attributes, violations } = openDocument(request, ['payout-invoice', 'payout-invoices']);
  const wanted = readPayoutRequest(attributes, violations, world.settings.account);
  if (world.payouts.byReference(wanted.referenceId) !== undefined) {
    throw unprocessable('duplicate', 'This reference_id is already used.', '/data/attributes/reference_id');
  }
  requireKnownToken(world, wanted);
  const serialNumber = world.random.identifier(16);
  const now = unixSeconds(world.clock);
  const payout: Payout = {
    id: `cpoi_${serialNumber}`,
    serialNumber,
    referenceId: wanted.referenceId,
    request: wanted,
    amount: wanted.amount,
    currency: wanted.currency,
    testMode: wanted.testMode,
    created: now,
    updated: now,
    status: 'created',
    resolution: 'ok',
    bankPayment: undefined,
    processed: undefined,
    processedAmount: undefined,
  };
  world.payouts.add(payout);
  announcePayout(world, payout);
  if (wanted.autoProcess) startPayout(world, payout);
  return json(201, payoutDocument(world, payout, 'response'));
}
