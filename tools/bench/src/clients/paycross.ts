import type { Client, Surroundings } from './client.ts';
import { hat, requireApproved } from './order.ts';
import { openShop } from './shop.ts';

/** One call of an adapter: one request. */
export async function openPayCross({ addresses }: Surroundings): Promise<Client> {
  const shop = openShop(addresses);
  return {
    async call(number) {
      requireApproved((await shop.charge(hat(), { reference: `paycross-${number}` })).status);
    },
    close: () => shop.close(),
  };
}
