import { shownAmount } from '../money/amounts.ts';
import type { World } from '../world.ts';
import type { Invoice } from './invoice.ts';

// The host-to-host page's sample: another object with a status and a resolution of its own, in capitals.
function legacyStatus(invoice: Invoice): string {
  if (invoice.processed !== undefined) return 'SUCCESSFUL';
  return invoice.failed === undefined ? 'PENDING' : 'FAILED';
}

export function paymentRequestOf(world: World, invoice: Invoice): object {
  const { currency } = invoice;
  return {
    type: 'payment-requests',
    id: invoice.paymentRequestId,
    attributes: {
      amount: shownAmount(invoice.amount, currency),
      paid_amount: shownAmount(invoice.processedAmount ?? 0n, currency),
      amount_readonly: true,
      currency,
      reference_id: invoice.id,
      status: legacyStatus(invoice),
      resolution: 'OK',
      test_mode: invoice.testMode,
      created: invoice.created,
      expires: invoice.created + world.settings.unfinishedInvoiceLifetimeSeconds,
      processed: invoice.processed ?? null,
      callback_url: null,
      metadata: { fee: '0.00', fee_strategy: 'external' },
      fields: [],
    },
  };
}
