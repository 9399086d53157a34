import { parentPort, workerData } from 'node:worker_threads';
import { engineOf } from './engine.ts';
import { guarded } from './guard.ts';
import { runWorld } from './run-world.ts';
import { worldsOf } from './simulate.ts';
import type { Task } from './threads.ts';

const { engine } = workerData as { readonly engine: string };
const createPayments = await engineOf(engine);

/** One world after the other, as they are handed out; nothing of one is left when the next begins. */
parentPort?.on('message', ({ seed, payments, index, factor }: Task) => {
  void (async () => {
    const slot = worldsOf(seed, payments)[index];
    if (slot === undefined) throw new RangeError(`the run ${seed} has no world ${index}`);
    const report = await guarded(() => runWorld({ createPayments, factor, keepStory: false, ...slot }));
    parentPort?.postMessage(report);
  })();
});
parentPort?.postMessage('ready');
