import type { CurrencyCode } from '@ducat/core';
import type { BankEntry } from '@ducat/simulator';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SettlementRecord } from '../night/settlement.ts';
import type { Accounts } from './accounts.ts';

/** Where settlement reports are fetched: what the banks behind the providers really did. */
export interface SettlementOffice {
  readonly origin: string;
  close(): Promise<void>;
}

export async function openSettlementOffice(accounts: readonly Accounts[]): Promise<SettlementOffice> {
  const server = createServer((request, response) => {
    const merchant = accounts.find(({ settings }) => request.url === `/${settings.name}`);
    if (merchant === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reportOf(merchant)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reportOf({ paycross, paymega }: Accounts): readonly SettlementRecord[] {
  return [...linesOf('paycross', paycross.bank.entries), ...linesOf('paymega', paymega.bank.entries)];
}

/** Holds and releases are no money that is settled. */
function linesOf(provider: string, entries: readonly BankEntry[]): SettlementRecord[] {
  return entries.flatMap(({ kind, reference, amount, currency }) => {
    if (kind !== 'charge' && kind !== 'capture' && kind !== 'refund') return [];
    const minorUnits = amount.toString();
    return [{ provider, reference, operation: kind, minorUnits, currency: currency as CurrencyCode }];
  });
}
