import { parentPort, workerData } from 'node:worker_threads';
import { engineOf } from './engine.ts';
import { guarded } from './guard.ts';
import { runWorld } from './run-world.ts';
import { worldsOf } from './simulate.ts';
import type { Task } from './threads.ts';

const { engine } = workerData as { readonly engine: string };
const createPayments = await engineOf(engine);
// Errors are made by the thousand here and nobody reads where; what broke is played again elsewhere, to be told.
Error.stackTraceLimit = 0;

/** One world after the other, as they are handed out; nothing of one is left when the next begins. */
parentPort?.on('message', ({ seed, payments, index, factor }: Task) => {
  void (async () => {
    const slot = worldsOf(seed, payments)[index];
    if (slot === undefined) throw new RangeError(`the run ${seed} has no world ${index}`);
    const report = await guarded(() => runWorld({ createPayments, factor, keepStory: false, ...slot }));
    // A million payments meet more faults than a process can keep the names of.
    parentPort?.postMessage({ ...report, met: [] });
  })();
});
parentPort?.postMessage('ready');
