import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';

interface Relationship {
  readonly data: { readonly type: string; readonly id: string } | null;
}

const to = (type: string, id: string): Relationship => ({ data: { type, id } });

export function relationshipsOf(world: World, invoice: Invoice): Record<string, Relationship> {
  return {
    'payment-service': to('payment-services', invoice.request.service),
    'payment-method': to('payment-methods', 'payment_card'),
    'payment-request': to('payment-requests', invoice.paymentRequestId),
    'active-payment': to('payments', invoice.activePaymentId),
    'commerce-account': to('commerce-accounts', world.settings.accountId),
    'currency-account': to('currency-accounts', `comca_${invoice.currency}`),
    customer: invoice.customerId === undefined ? { data: null } : to('customers', invoice.customerId),
  };
}
