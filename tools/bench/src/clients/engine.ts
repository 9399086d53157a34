import type { Journal } from '@ducat/core';
import { createPayments } from '@ducat/payments';
import type { Addresses } from '../server/addresses.ts';
import type { Client } from './client.ts';
import { hat, requireApproved } from './order.ts';
import { openShop } from './shop.ts';

/** The engine as it comes, recovery included, with one provider and this journal. */
export function openEngine(addresses: Addresses, journal: Journal): Client {
  const payments = createPayments({ providers: [openShop(addresses)], journal });
  return {
    async call(number) {
      requireApproved((await payments.charge(hat(), { key: `order-${number}` })).status);
    },
    close: () => payments.close(),
  };
}
