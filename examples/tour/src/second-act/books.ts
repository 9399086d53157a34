import type { BankEntry } from '@ducat/simulator';
import type { PaymentInJournal } from './merchant-settings.ts';
import type { Town } from './town.ts';

/** What one bank has and what the journal says about it. */
interface Page {
  readonly provider: string;
  readonly chargesAtBank: number;
  readonly chargesInJournal: number;
  /** Captured minus refunded, minor units. */
  readonly moneyAtBank: bigint;
  readonly moneyInJournal: bigint;
}

export interface Books {
  readonly pages: readonly Page[];
  /** Orders for which more than one charge was kept, over both banks. */
  readonly chargedTwice: readonly string[];
  /** Orders that the journal leaves open. */
  readonly open: readonly string[];
  readonly inReview: readonly string[];
  readonly isEqual: boolean;
}

/** Lays the journal beside the ledgers of both banks. */
export function compareBooks(town: Town, payments: readonly PaymentInJournal[]): Books {
  const providers = ['paycross', 'paymega'] as const;
  const pages = providers.map((provider) => pageOf(provider, keptCharges(town.entries(provider)), payments));
  const kept = providers.flatMap((provider) => keptCharges(town.entries(provider)));
  const byOrder = Map.groupBy(kept, ({ reference }) => reference.slice(0, reference.lastIndexOf('-')));
  const chargedTwice = [...byOrder].filter(([, charges]) => charges.length > 1).map(([order]) => order);
  const inReview = payments.filter(({ review }) => review).map(({ payment }) => payment);
  const open = payments.filter(isOpen).map(({ payment }) => payment);
  const isEqual = pages.every(
    (page) => page.chargesAtBank === page.chargesInJournal && page.moneyAtBank === page.moneyInJournal,
  );
  return { pages, chargedTwice, open, inReview, isEqual };
}

const final = new Set(['approved', 'declined', 'not_sent']);

/** Neither decided nor with a person. */
export function isOpen({ status, review }: PaymentInJournal): boolean {
  return !review && !final.has(status);
}

/** Charges that were not given back. */
function keptCharges(entries: readonly BankEntry[]): BankEntry[] {
  const refunded = new Set(entries.filter(({ kind }) => kind === 'refund').map(({ payment }) => payment));
  return entries.filter(({ kind, payment }) => kind === 'charge' && !refunded.has(payment));
}

function pageOf(provider: string, charges: readonly BankEntry[], payments: readonly PaymentInJournal[]): Page {
  const approved = payments.filter((payment) => payment.status === 'approved' && payment.provider === provider);
  return {
    provider,
    chargesAtBank: charges.length,
    chargesInJournal: approved.length,
    moneyAtBank: charges.reduce((sum, { amount }) => sum + amount, 0n),
    moneyInJournal: approved.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
  };
}
