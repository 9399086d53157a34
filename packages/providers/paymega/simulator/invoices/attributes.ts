import { mask, networkOf } from '../cards/card.ts';
import { shownAmount } from '../money/amounts.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';
import { listIfEmpty } from './empty.ts';

function payloadOf(invoice: Invoice): object | null {
  const { card } = invoice;
  if (card === undefined) return null;
  return {
    token: invoice.token ?? null,
    auth_type: 'card',
    client_ip: invoice.clientAddress,
    payment_card: {
      first: card.number.slice(0, 6),
      last: card.number.slice(-4),
      mask: mask(card.number),
      brand: null,
      network: networkOf(card.number),
      holder: card.holder,
      expiry_year: card.expiryYear,
      expiry_month: card.expiryMonth,
      issuer_name: 'FIRST SIMULATED BANK',
      issuer_country: 'US',
    },
  };
}

function flowDataOf(world: World, invoice: Invoice): object {
  return {
    action: `${world.origins.cardgate}/hpp/${invoice.session.sid}`,
    method: 'GET',
    params: [],
    metadata: { sid: invoice.session.sid, token: world.sessions.bearer(invoice.session) },
  };
}

function originalDataOf(invoice: Invoice): object {
  if (!invoice.saleStarted) return [];
  return {
    external_id: invoice.session.sid,
    merchant_id: 'simulated',
    provider_id: null,
    provider_code: 'test',
  };
}

/** The union of what the pages' samples show for a payment invoice. */
export function invoiceAttributes(world: World, invoice: Invoice): Record<string, unknown> {
  const { request, currency } = invoice;
  const amount = shownAmount(invoice.amount, currency);
  const processedAmount = shownAmount(invoice.processedAmount, currency);
  const zeroOnceProcessed = invoice.processed === undefined ? null : 0;
  const { returnUrls } = request;
  return {
    status: invoice.shownStatus ?? invoice.status,
    serial_number: invoice.serialNumber,
    resolution: invoice.resolution,
    resolution_message: null,
    moderation_required: invoice.moderationRequired,
    amount,
    payment_amount: amount,
    service_amount: amount,
    payment_service_amount: amount,
    exchange_rate: 1,
    currency,
    service_currency: currency,
    reference_id: invoice.referenceId,
    test_mode: invoice.testMode,
    description: request.description ?? null,
    descriptor: request.descriptor ?? null,
    fee: 0,
    failed_fee: null,
    deposit: amount,
    processed: invoice.processed ?? null,
    processed_amount: processedAmount,
    processed_fee: zeroOnceProcessed,
    processed_failed_fee: null,
    processed_deposit: processedAmount,
    failed: invoice.failed ?? null,
    refunded: invoice.refunded ?? null,
    refunded_amount: shownAmount(invoice.refundedAmount, currency),
    refunded_fee: invoice.refunded === undefined ? null : 0,
    charged_back: null,
    charged_back_amount: null,
    metadata: listIfEmpty(request.metadata),
    flow_data: flowDataOf(world, invoice),
    flow: 'hpp',
    payment_flow: request.flow,
    waiting_for: invoice.status === 'authorize_pending' ? 'second_step' : null,
    delayed_action: invoice.delayedActionAt === undefined ? null : (request.delayed.action ?? null),
    delayed_action_at: invoice.delayedActionAt ?? null,
    return_url: request.returnUrl ?? null,
    return_urls: returnUrls
      ? {
          fail: returnUrls.fail ?? null,
          pending: returnUrls.pending ?? null,
          success: returnUrls.success ?? null,
        }
      : [],
    callback_url: request.callbackUrl ?? world.settings.account.callbackUrl ?? null,
    hpp_url: `${world.origins.api}/redirect/hpp/?cpi=${invoice.id}`,
    created: invoice.created,
    updated: invoice.updated,
    payload: payloadOf(invoice),
    original_data: originalDataOf(invoice),
    rrn: invoice.retrievalReference ?? null,
    arn: null,
    approval_code: invoice.approvalCode ?? null,
    reserved_amount: null,
    reserve_expires: null,
    reserve_options: null,
    unreserved: null,
    source: 'merchant_api',
    callback_logs: [],
    refunds: invoice.refunds.map(({ id, referenceId, amount: refunded, status, created }) => ({
      id,
      reference_id: referenceId,
      amount: shownAmount(refunded, currency),
      status,
      created,
    })),
    reserves: [],
  };
}
