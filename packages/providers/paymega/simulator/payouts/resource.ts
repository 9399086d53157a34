import { listIfEmpty } from '../invoices/empty.ts';
import { shownAmount } from '../money/amounts.ts';
import type { World } from '../world.ts';
import type { Payout } from './payout.ts';

function attributesOf(world: World, payout: Payout): Record<string, unknown> {
  const { currency, request } = payout;
  const amount = shownAmount(payout.amount, currency);
  return {
    status: payout.status,
    serial_number: payout.serialNumber,
    resolution: payout.resolution,
    moderation_required: false,
    amount,
    payout_amount: amount,
    currency,
    service_currency: currency,
    reference_id: payout.referenceId,
    test_mode: payout.testMode,
    description: request.description ?? null,
    fee: 0,
    processed: payout.processed ?? null,
    processed_amount: shownAmount(payout.processedAmount, currency),
    metadata: listIfEmpty(request.metadata),
    callback_url: request.callbackUrl ?? world.settings.account.callbackUrl ?? null,
    created: payout.created,
    updated: payout.updated,
    payouts: [],
    source: 'merchant_api',
  };
}

function resource(payout: Payout, attributes: object): object {
  return {
    type: 'payout-invoices',
    id: payout.id,
    attributes,
    relationships: {
      'payout-service': { data: { type: 'payout-services', id: payout.request.service } },
      'payout-method': { data: { type: 'payout-methods', id: 'payment_card' } },
    },
    links: { self: `/api/payout-invoices/${payout.id}` },
  };
}

export function payoutDocument(world: World, payout: Payout, purpose: 'response' | 'callback'): object {
  const altered = purpose === 'response' ? world.controls.takeAttributes() : {};
  return { data: resource(payout, { ...attributesOf(world, payout), ...altered }) };
}

export function payoutList(world: World, payouts: readonly Payout[]): object {
  const altered = payouts.length > 0 ? world.controls.takeAttributes() : {};
  return {
    data: payouts.map((payout) => resource(payout, { ...attributesOf(world, payout), ...altered })),
    links: { self: '/api/payout-invoices' },
  };
}
