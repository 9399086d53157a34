import type { Invoice } from './invoices/invoice.ts';
import type { Payout } from './payouts/payout.ts';
import type { World } from './world.ts';

export interface SeenInvoice {
  readonly id: string;
  readonly referenceId: string;
  readonly status: string;
  readonly resolution: string;
  readonly testMode: boolean;
  readonly currency: string;
  readonly amount: bigint;
  readonly processedAmount: bigint | undefined;
  readonly refundedAmount: bigint | undefined;
  readonly token: string | undefined;
  readonly flow: 'charge' | 'delayed_charge';
  readonly serviceCode: string;
  /** The payment in the bank's ledger, once money was held or taken. */
  readonly bankPayment: string | undefined;
  readonly saleStarted: boolean;
}

export interface SeenPayout {
  readonly id: string;
  readonly referenceId: string;
  readonly status: string;
  readonly resolution: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly bankPayment: string | undefined;
}

/** What really is, for tests to compare with what the library believes; copies, not the originals. */
export interface Inspection {
  readonly invoices: {
    readonly all: readonly SeenInvoice[];
    get(idOrReference: string): SeenInvoice | undefined;
  };
  readonly payouts: {
    readonly all: readonly SeenPayout[];
    get(idOrReference: string): SeenPayout | undefined;
  };
  /** From now on the invoice claims this status in every response and callback; undefined tells the truth. */
  showStatus(idOrReference: string, word: string | undefined): void;
}

export function createInspection(world: World): Inspection {
  const invoiceNamed = (name: string): Invoice | undefined =>
    world.invoices.get(name) ?? world.invoices.byReference(name);
  return {
    invoices: {
      get all() {
        return world.invoices.all.map(seeInvoice);
      },
      get(name) {
        const found = invoiceNamed(name);
        return found && seeInvoice(found);
      },
    },
    payouts: {
      get all() {
        return world.payouts.all.map(seePayout);
      },
      get(name) {
        const found = world.payouts.get(name) ?? world.payouts.byReference(name);
        return found && seePayout(found);
      },
    },
    showStatus(name, word) {
      const invoice = invoiceNamed(name);
      if (invoice === undefined) throw new Error(`No invoice ${name}`);
      invoice.shownStatus = word;
    },
  };
}

function seeInvoice(invoice: Invoice): SeenInvoice {
  return {
    id: invoice.id,
    referenceId: invoice.referenceId,
    status: invoice.status,
    resolution: invoice.resolution,
    testMode: invoice.testMode,
    currency: invoice.currency,
    amount: invoice.amount,
    processedAmount: invoice.processedAmount,
    refundedAmount: invoice.refundedAmount,
    token: invoice.token,
    flow: invoice.request.flow,
    serviceCode: invoice.request.service,
    bankPayment: invoice.bankPayment,
    saleStarted: invoice.saleStarted,
  };
}

function seePayout({ id, referenceId, status, resolution, currency, amount, bankPayment }: Payout): SeenPayout {
  return { id, referenceId, status, resolution, currency, amount, bankPayment };
}
