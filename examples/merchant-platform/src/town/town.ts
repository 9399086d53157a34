import { Card, Money } from '@ducat/core';
import { createPaymega } from '@ducat/paymega';
import { cards } from '@ducat/paymega/simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MerchantSettings } from '../platform/settings.ts';
import type { Accounts } from './accounts.ts';
import { openAccounts } from './accounts.ts';
import { openSettlementOffice } from './settlement-office.ts';

/** Where each merchant's payments go first. */
export const firstProviders = [
  ['hats', 'paycross'],
  ['coffee', 'paymega'],
] as const;

/** Everything around the platform: both providers with accounts of two merchants, their banks, a customer's card. */
export interface Town {
  readonly merchants: readonly MerchantSettings[];
  readonly accounts: Readonly<Record<'hats' | 'coffee', Accounts>>;
  readonly card: Card;
  /** The hat shop's clerk takes an order by telephone and types the card into PayCross's own terminal. */
  chargeByTelephone(): void;
  /** The coffee club's owner gives money back in Paymega's dashboard. */
  refundInDashboard(invoice: string): Promise<void>;
  close(): Promise<void>;
}

export async function openTown(): Promise<Town> {
  const [hats, coffee] = await Promise.all([openAccounts('hats'), openAccounts('coffee')]);
  const office = await openSettlementOffice([hats, coffee]);
  const folder = await mkdtemp(join(tmpdir(), 'ducat-platform-'));
  const settings = ({ settings: own }: Accounts, order: MerchantSettings['order']): MerchantSettings => ({
    ...own,
    order,
    journalFile: join(folder, `${own.name}.sqlite`),
    settlementUrl: `${office.origin}/${own.name}`,
  });
  return {
    merchants: [settings(hats, ['paycross', 'paymega']), settings(coffee, ['paymega', 'paycross'])],
    accounts: { hats, coffee },
    card: new Card({
      number: cards.approved,
      expiryMonth: 10,
      expiryYear: 2035,
      holder: 'Jane Doe',
      securityCode: '123',
    }),
    chargeByTelephone() {
      hats.paycross.bank.charge({ reference: 'telephone-1', amount: 3500n, currency: 'EUR' });
    },
    async refundInDashboard(invoice) {
      const dashboard = createPaymega(coffee.settings.paymega);
      const request = { payment: invoice, amount: Money.parse('4.00', 'EUR'), reason: 'cold coffee' };
      const { status } = await dashboard.refund(request, { reference: 'dashboard-1' });
      await dashboard.close();
      if (status !== 'approved') throw new Error(`the dashboard's refund is ${status}`);
    },
    async close() {
      await Promise.all([hats.close(), coffee.close(), office.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
