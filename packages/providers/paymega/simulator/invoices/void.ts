import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { readAmount } from '../validation/amount.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';
import { openOperation, requireStatus } from './operation.ts';
import { invoiceDocument } from './resource.ts';
import { change } from './transition.ts';

export function voidHold(world: World, invoice: Invoice): void {
  if (invoice.bankPayment === undefined) throw new Error(`${invoice.id} holds nothing`);
  world.bank.void(invoice.bankPayment);
  change(world, invoice, {
    status: world.settings.voidedStatus,
    resolution: 'ok',
    delayedActionAt: undefined,
  });
}

export function voidInvoice(world: World, request: RoutedRequest): SimulatedResponse {
  const { invoice, attributes, violations } = openOperation(world, request, 'payment-invoices');
  attributes.allowOnly(['amount']);
  const amount = attributes.has('amount') ? readAmount(attributes, invoice.currency, true) : invoice.amount;
  violations.refuseIfAny();
  requireStatus(invoice, ['authorized'], 'voided');
  if (amount !== invoice.amount) {
    throw unprocessable('full_amount_only', 'Only the full amount can be voided.', '/data/attributes/amount');
  }
  voidHold(world, invoice);
  return json(200, invoiceDocument(world, invoice, 'response'));
}
