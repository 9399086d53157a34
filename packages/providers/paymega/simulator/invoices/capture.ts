import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { readAmount } from '../validation/amount.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';
import { openOperation, requireStatus } from './operation.ts';
import { invoiceDocument } from './resource.ts';
import { change } from './transition.ts';

export function captureHold(world: World, invoice: Invoice, amount: bigint): void {
  if (invoice.bankPayment === undefined) throw new Error(`${invoice.id} holds nothing`);
  world.bank.capture(invoice.bankPayment, amount);
  change(world, invoice, {
    status: 'processed',
    resolution: 'ok',
    processed: unixSeconds(world.clock),
    processedAmount: amount,
    delayedActionAt: undefined,
  });
}

export function captureInvoice(world: World, request: RoutedRequest): SimulatedResponse {
  const { invoice, attributes, violations } = openOperation(world, request, 'payment-invoices');
  attributes.allowOnly(['amount']);
  const amount = readAmount(attributes, invoice.currency, true);
  violations.refuseIfAny();
  if (amount === undefined) throw new Error('The amount is missing, yet nothing was found wrong');
  requireStatus(invoice, ['authorized'], 'captured');
  const pointer = '/data/attributes/amount';
  if (amount > invoice.amount) {
    throw unprocessable('too_high', 'This value should not exceed the authorized amount.', pointer);
  }
  if (amount < invoice.amount && !invoice.request.delayed.allowPartially) {
    throw unprocessable('partial_not_allowed', 'Partial capture needs allow_partially.', pointer);
  }
  captureHold(world, invoice, amount);
  return json(200, invoiceDocument(world, invoice, 'response'));
}
