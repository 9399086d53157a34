import { journalModule, paymentsModule, providerModule, routesModule, TENANT_NAME, VAULT } from '@ducat/inversify';
import { createSqliteJournal } from '@ducat/journal-sqlite';
import { createPayCross } from '@ducat/paycross';
import { createPaymega } from '@ducat/paymega';
import type { Routes } from '@ducat/router';
import { ContainerModule } from 'inversify';
import { Reconciliation } from '../night/reconciliation.ts';
import { CardVault } from '../shop/card-vault.ts';
import { Orders } from '../shop/orders.ts';
import { Subscriptions } from '../shop/subscriptions.ts';
import type { MerchantSettings } from './settings.ts';
import { MERCHANT, MERCHANTS } from './settings.ts';

const classes = new ContainerModule(({ bind }) => {
  bind(MERCHANT).toResolvedValue(settingsOf, [MERCHANTS, TENANT_NAME]).inSingletonScope();
  bind(CardVault).toSelf();
  bind(VAULT).toService(CardVault);
  bind(Orders).toSelf();
  bind(Subscriptions).toSelf();
  bind(Reconciliation).toSelf();
});

/** What a merchant is made of. The same list serves all: each loading reads the settings of its own merchant. */
export const merchantModules: readonly ContainerModule[] = [
  classes,
  providerModule((merchant) => createPayCross(merchant.paycross), [MERCHANT]),
  providerModule((merchant) => createPaymega(merchant.paymega), [MERCHANT]),
  routesModule(routesOf, [MERCHANT]),
  journalModule((merchant) => createSqliteJournal({ file: merchant.journalFile }), [MERCHANT]),
  paymentsModule({ recovery: { everyMilliseconds: 100 } }),
];

function routesOf({ name, order }: MerchantSettings): Routes {
  return { version: 1, rules: [{ name: `as ${name} wants it`, try: order }] };
}

function settingsOf(merchants: readonly MerchantSettings[], name: string): MerchantSettings {
  const found = merchants.find((merchant) => merchant.name === name);
  if (found === undefined) throw new Error(`there are no settings of ${name}`);
  return found;
}
