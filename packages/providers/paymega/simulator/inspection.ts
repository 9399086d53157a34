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
  const seeInvoices = (): SeenInvoice[] =>
    world.invoices.all.map((invoice) => ({
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
    }));
  const seePayouts = (): SeenPayout[] =>
    world.payouts.all.map(({ id, referenceId, status, resolution, currency, amount, bankPayment }) => ({
      id,
      referenceId,
      status,
      resolution,
      currency,
      amount,
      bankPayment,
    }));
  const named =
    (name: string) =>
    ({ id, referenceId }: { readonly id: string; readonly referenceId: string }): boolean =>
      id === name || referenceId === name;
  return {
    invoices: {
      get all() {
        return seeInvoices();
      },
      get: (name) => seeInvoices().find(named(name)),
    },
    payouts: {
      get all() {
        return seePayouts();
      },
      get: (name) => seePayouts().find(named(name)),
    },
    showStatus(name, word) {
      const invoice = world.invoices.all.find(named(name));
      if (invoice === undefined) throw new Error(`No invoice ${name}`);
      invoice.shownStatus = word;
    },
  };
}
