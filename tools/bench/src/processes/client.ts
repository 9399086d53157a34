import type { ClientName } from '../clients/all.ts';
import { contenders } from '../clients/all.ts';
import type { Addresses } from '../server/addresses.ts';
import { peakMemory } from '../slices/peak-memory.ts';
import type { SliceOrder } from '../slices/slice.ts';
import { runSlice } from '../slices/slice.ts';

/*
 * One client, alone in its process. It makes slices of calls when it is told to and is idle between them. It ends when
 * nobody listens to it any more.
 */

const [name = '', plain = '', tls = '', folder = ''] = process.argv.slice(2);
const addresses: Addresses = { plain, tls };
const open = await contenders[name as ClientName].load();
const client = await open({ addresses, folder });
let made = 0;

process.on('message', (order: SliceOrder | 'memory') => {
  if (order === 'memory') process.send?.({ bytes: peakMemory() });
  else void slice(order);
});
process.on('disconnect', () => void client.close().then(() => process.exit()));
process.send?.('ready');

async function slice(order: SliceOrder): Promise<void> {
  const first = made;
  made += order.calls;
  process.send?.(await runSlice((number) => client.call(first + number), order));
}
