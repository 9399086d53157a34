import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { KillOrder } from './order.ts';

/** Kills this process from another thread, a moment after it is told to. */
export interface Killer {
  start(): void;
}

export async function readyKiller({ microseconds }: KillOrder): Promise<Killer> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  // The thread's file stands beside this one, as a source or compiled.
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`killing-thread.${ending}`, import.meta.url), {
    workerData: { signal, microseconds },
  });
  worker.unref();
  await once(worker, 'message');
  return {
    start() {
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    },
  };
}
