import { parentPort, workerData } from 'node:worker_threads';
import { die } from './die.ts';

/** Waits for the signal, then so many microseconds, then kills the process, whatever its other threads are doing. */
const { signal, microseconds } = workerData as { readonly signal: Int32Array; readonly microseconds: number };

parentPort?.postMessage('ready');
Atomics.wait(signal, 0, 0);
const end = performance.now() + microseconds / 1000;
// A sleeping thread is woken too late: the whole step may take less than a millisecond.
while (performance.now() < end);
die();
