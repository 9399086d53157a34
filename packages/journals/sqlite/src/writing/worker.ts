import { parentPort, workerData } from 'node:worker_threads';
import type { GroupOptions } from './group.ts';
import { GroupWriter } from './group.ts';
import type { Task } from './task.ts';

/*
 * The writing thread. It loads nothing but this package's own files and Node's: packages are found by export
 * conditions, which a thread does not inherit from a test runner.
 */
const writer = new GroupWriter(workerData as GroupOptions);
const port = parentPort;

port?.on('message', (tasks: readonly Task[] | 'close') => {
  if (tasks !== 'close') {
    writer.perform(tasks, (results) => port.postMessage(results));
    return;
  }
  writer.close();
  port.close();
});
