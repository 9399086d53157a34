import type { World } from '../world.ts';
import { invoiceAttributes } from './attributes.ts';
import { paymentRequestOf } from './included.ts';
import type { Invoice } from './invoice.ts';
import { relationshipsOf } from './relationships.ts';

function resource(world: World, invoice: Invoice, attributes: object): object {
  return {
    type: 'payment-invoices',
    id: invoice.id,
    attributes,
    relationships: relationshipsOf(world, invoice),
    links: { self: `/api/payment-invoices/${invoice.id}` },
  };
}

/** Test controls alter what a response shows; callbacks tell what is. */
export function invoiceDocument(world: World, invoice: Invoice, purpose: 'response' | 'callback'): object {
  const attributes = invoiceAttributes(world, invoice);
  const altered = purpose === 'response' ? world.controls.takeAttributes() : {};
  return {
    data: resource(world, invoice, { ...attributes, ...altered }),
    included: [paymentRequestOf(world, invoice)],
  };
}

export function invoiceList(world: World, invoices: readonly Invoice[]): object {
  const altered = invoices.length > 0 ? world.controls.takeAttributes() : {};
  return {
    data: invoices.map((invoice) => resource(world, invoice, { ...invoiceAttributes(world, invoice), ...altered })),
    links: { self: '/api/payment-invoices' },
  };
}
