import { race } from '../races/runner.ts';
import { live } from './life.ts';
import type { Order } from './order.ts';
import { tell } from './tell.ts';

/** The merchant's process: it takes orders, one after another, until it is killed. */
process.on('message', (order: Order) => {
  if (order.kind === 'answer') return;
  const task = order.kind === 'life' ? live(order) : race(order);
  task.catch(async (error: unknown) => {
    await tell({ kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
});

void tell({ kind: 'ready' });
