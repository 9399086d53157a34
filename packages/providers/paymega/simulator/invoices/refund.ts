import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { readAmount } from '../validation/amount.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import type { Invoice, Refund } from './invoice.ts';
import { openOperation, requireStatus } from './operation.ts';
import { invoiceDocument } from './resource.ts';
import { change } from './transition.ts';

// Partial refunds may be repeated, and a failed one leaves the money captured.
const refundable = ['processed', 'partially_refunded', 'refund_failed'];

function settleRefund(world: World, invoice: Invoice, refund: Refund, fails: boolean): void {
  if (fails) {
    refund.status = 'failed';
    change(world, invoice, { status: 'refund_failed', resolution: 'provider_error' });
    return;
  }
  if (invoice.bankPayment === undefined) throw new Error(`${invoice.id} took nothing`);
  world.bank.refund(invoice.bankPayment, refund.amount);
  refund.status = 'processed';
  const refundedAmount = (invoice.refundedAmount ?? 0n) + refund.amount;
  change(world, invoice, {
    status: refundedAmount === invoice.processedAmount ? 'refunded' : 'partially_refunded',
    resolution: 'ok',
    refunded: unixSeconds(world.clock),
    refundedAmount,
  });
}

export function refundInvoice(world: World, request: RoutedRequest): SimulatedResponse {
  const { invoice, attributes, violations } = openOperation(world, request, 'refund');
  attributes.allowOnly(['amount', 'reference_id', 'description']);
  attributes.require('reference_id');
  const referenceId = attributes.text('reference_id');
  attributes.text('description');
  const amount = readAmount(attributes, invoice.currency);
  violations.refuseIfAny();
  if (referenceId === undefined || amount === undefined) {
    throw new Error('A required attribute is missing, yet nothing was found wrong');
  }
  if (world.refundReferences.has(referenceId)) {
    throw unprocessable('duplicate', 'This reference_id is already used.', '/data/attributes/reference_id');
  }
  requireStatus(invoice, refundable, 'refunded');
  if (amount > (invoice.processedAmount ?? 0n) - (invoice.refundedAmount ?? 0n)) {
    throw unprocessable('too_high', 'This value exceeds what is left to refund.', '/data/attributes/amount');
  }
  const id = `prf_${world.random.identifier(16)}`;
  const refund: Refund = { id, referenceId, amount, created: unixSeconds(world.clock), status: 'pending' };
  invoice.refunds.push(refund);
  world.refundReferences.add(referenceId);
  const fails = world.controls.takeRefundFailure();
  const { refundDelaySeconds } = world.settings;
  if (refundDelaySeconds === 0) {
    settleRefund(world, invoice, refund, fails);
  } else {
    change(world, invoice, { status: 'refund_pending', resolution: 'ok' });
    world.clock.schedule(refundDelaySeconds * 1000, () => settleRefund(world, invoice, refund, fails));
  }
  return json(200, invoiceDocument(world, invoice, 'response'));
}
