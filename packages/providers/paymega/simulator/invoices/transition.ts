import { sendCallback } from '../callbacks/send.ts';
import { unixSeconds } from '../world.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';
import { invoiceDocument } from './resource.ts';

export function announce(world: World, invoice: Invoice): void {
  sendCallback(world, invoice, invoiceDocument(world, invoice, 'callback'));
}

/** Every change of status is reported to the merchant, with the invoice as it is after the change. */
export function change(world: World, invoice: Invoice, changes: Partial<Invoice>): void {
  const before = invoice.status;
  Object.assign(invoice, changes, { updated: unixSeconds(world.clock) });
  if (invoice.status !== before) announce(world, invoice);
}
