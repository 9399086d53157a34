import { openDocument } from '../http/document.ts';
import type { RequestDocument } from '../http/document.ts';
import { unprocessable } from '../http/refusal.ts';
import type { RoutedRequest } from '../http/router.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';
import { requireInvoice } from './read.ts';

export interface Operation extends RequestDocument {
  readonly invoice: Invoice;
}

/** Capture, void and refund name the invoice in the path and once more in the body. */
export function openOperation(world: World, request: RoutedRequest, type: 'payment-invoices' | 'refund'): Operation {
  const invoice = requireInvoice(world, request.parts['id'] ?? '');
  const document = openDocument(request, [type]);
  if (document.id !== invoice.id) {
    document.violations.add('/data/id', 'invalid_id', 'This value should be the id of the invoice.');
  }
  return { ...document, invoice };
}

export function requireStatus(invoice: Invoice, allowed: readonly string[], verb: string): void {
  if (allowed.includes(invoice.status)) return;
  throw unprocessable('invalid_status', `An invoice in status ${invoice.status} cannot be ${verb}.`, '/data/id');
}
