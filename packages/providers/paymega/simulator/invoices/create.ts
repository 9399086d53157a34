import { json } from '@ducat/simulator';
import type { SimulatedResponse } from '@ducat/simulator';

import { openDocument } from '../http/document.ts';
import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import { customerId } from './customer-id.ts';
import type { Invoice } from './invoice.ts';
import { isWaiting, waitingStatus } from './invoice.ts';
import { readPaymentInvoiceRequest } from './request.ts';
import type { PaymentInvoiceRequest } from './request.ts';
import { invoiceDocument } from './resource.ts';
import { announce, change } from './transition.ts';

function requireOwnToken(world: World, request: PaymentInvoiceRequest): void {
  if (request.token === undefined) return;
  const stored = world.vault.find(request.token);
  if (stored?.customerReference === request.customer?.referenceId && stored?.testMode === request.testMode) {
    return;
  }
  throw unprocessable('invalid_token', 'Token was not found for this customer.', '/data/attributes/token');
}

function open(world: World, request: PaymentInvoiceRequest): Invoice {
  const { random, clock } = world;
  const serialNumber = random.identifier(16);
  const id = `cpi_${serialNumber}`;
  const now = unixSeconds(clock);
  return {
    id,
    serialNumber,
    referenceId: request.referenceId,
    request,
    amount: request.amount,
    currency: request.currency,
    testMode: request.testMode,
    session: world.sessions.open(id),
    activePaymentId: `pay_${random.identifier(24)}`,
    paymentRequestId: `prq_${random.identifier(16)}`,
    customerId: request.customer && customerId(request.customer.referenceId),
    created: now,
    updated: now,
    status: 'created',
    resolution: 'ok',
    moderationRequired: false,
    saleStarted: false,
    card: undefined,
    clientAddress: '',
    challenge: undefined,
    token: undefined,
    bankPayment: undefined,
    retrievalReference: undefined,
    approvalCode: undefined,
    processed: undefined,
    processedAmount: undefined,
    failed: undefined,
    refunded: undefined,
    refundedAmount: undefined,
    refunds: [],
    delayedActionAt: undefined,
    shownStatus: undefined,
  };
}

function expireUnfinished(world: World, invoice: Invoice): void {
  const untouched = !invoice.saleStarted || invoice.challenge !== undefined;
  if (!isWaiting(invoice) || !untouched) return;
  change(world, invoice, { status: 'expired', resolution: 'transaction_expired', challenge: undefined });
}

export function createInvoice(world: World, request: RoutedRequest): SimulatedResponse {
  const { attributes, violations } = openDocument(request, ['payment-invoices', 'payment-invoice']);
  const wanted = readPaymentInvoiceRequest(attributes, violations, world.settings.account);
  if (world.invoices.byReference(wanted.referenceId) !== undefined) {
    throw unprocessable('duplicate', 'This reference_id is already used.', '/data/attributes/reference_id');
  }
  requireOwnToken(world, wanted);
  const invoice = open(world, wanted);
  world.invoices.add(invoice);
  announce(world, invoice);
  change(world, invoice, { status: waitingStatus(invoice) });
  const lifetime = world.settings.unfinishedInvoiceLifetimeSeconds * 1000;
  world.clock.schedule(lifetime, () => expireUnfinished(world, invoice));
  return json(201, invoiceDocument(world, invoice, 'response'));
}
