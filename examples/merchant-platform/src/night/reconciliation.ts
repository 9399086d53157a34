import type { Journal, Provider } from '@ducat/core';
import { JOURNAL, PAYMENTS, PROVIDER } from '@ducat/inversify';
import type { Payments } from '@ducat/payments';
import { inject, injectable, multiInject } from 'inversify';
import type { MerchantSettings } from '../platform/settings.ts';
import { MERCHANT } from '../platform/settings.ts';
import type { Difference } from './difference.ts';
import { compareSettlement } from './difference.ts';
import { inquire } from './inquiry.ts';
import { readBook } from './journal-book.ts';
import { fetchSettlement } from './settlement.ts';

/** What a night came to for one merchant. */
export interface Report {
  readonly merchant: string;
  readonly payments: number;
  readonly settlementLines: number;
  readonly differences: readonly Difference[];
}

/**
 * Compares the journal with both providers, twice: with the money that they settled, and with what they answer. The
 * engine needs none of it, for it knows what it did; this finds what was done without it.
 */
@injectable()
export class Reconciliation {
  readonly #merchant: MerchantSettings;
  readonly #journal: Journal;
  readonly #payments: Payments;
  readonly #providers: readonly Provider[];

  constructor(
    @inject(MERCHANT) merchant: MerchantSettings,
    @inject(JOURNAL) journal: Journal,
    @inject(PAYMENTS) payments: Payments,
    @multiInject(PROVIDER) providers: Provider[],
  ) {
    this.#merchant = merchant;
    this.#journal = journal;
    this.#payments = payments;
    this.#providers = providers;
  }

  async run(): Promise<Report> {
    const { name, settlementUrl } = this.#merchant;
    const [booked, lines] = await Promise.all([
      readBook(this.#journal, this.#payments),
      fetchSettlement(settlementUrl),
    ]);
    const differences = [...compareSettlement(booked, lines)];
    for (const payment of booked) {
      const provider = this.#providers.find(({ id }) => id === payment.provider);
      if (provider !== undefined) differences.push(...(await inquire(provider, payment)));
    }
    return { merchant: name, payments: booked.length, settlementLines: lines.length, differences };
  }
}
