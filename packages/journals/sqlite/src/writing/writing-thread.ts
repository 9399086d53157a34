import { setImmediate } from 'node:timers';
import { Worker } from 'node:worker_threads';
import type { GroupOptions } from './group.ts';
import type { Task, TaskResult, TaskValues } from './task.ts';

interface Waiting {
  readonly task: Task;
  readonly resolve: (value: TaskValues[Task['kind']]) => void;
  readonly reject: (failure: string) => void;
}

/** A transaction of many tasks keeps other processes waiting. */
const largestGroup = 256;

/**
 * Group commit: what is asked for while a group is being written, or in the same turn of the event loop, is the next
 * group. The thread is another one, so that the event loop does not stand still while the disk works.
 */
export class WritingThread {
  readonly #options: GroupOptions;
  #worker: Worker | undefined;
  #waiting: Waiting[] = [];
  #running: readonly Waiting[] = [];
  #isScheduled = false;
  #whenIdle: (() => void) | undefined;

  constructor(options: GroupOptions) {
    this.#options = options;
    this.#worker = this.#start();
  }

  /** Rejects with words (a string). */
  perform<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>): Promise<TaskValues[Kind]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve: resolve as Waiting['resolve'], reject });
      this.#schedule();
    });
  }

  /** Resolves when everything that was asked for is done and the database is closed. */
  async close(): Promise<void> {
    while (this.#waiting.length > 0 || this.#running.length > 0) {
      await new Promise<void>((resolve) => (this.#whenIdle = resolve));
    }
    const worker = this.#worker;
    this.#worker = undefined;
    if (worker === undefined) return;
    worker.ref();
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('close');
    await ended;
  }

  #schedule(): void {
    if (this.#isScheduled || this.#running.length > 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#send();
    });
  }

  #send(): void {
    this.#running = this.#waiting.splice(0, largestGroup);
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage(this.#running.map(({ task }) => task));
  }

  #finish(results: readonly TaskResult[]): void {
    const finished = this.#running;
    this.#running = [];
    for (const [index, { resolve, reject }] of finished.entries()) {
      const result = results[index] ?? { failure: 'the writing thread did not answer' };
      if ('value' in result) resolve(result.value);
      else reject(result.failure);
    }
    if (this.#waiting.length > 0) this.#schedule();
    else this.#rest();
  }

  /** A journal that nobody uses does not keep its process alive. */
  #rest(): void {
    this.#worker?.unref();
    this.#whenIdle?.();
  }

  #start(): Worker {
    // The file beside this one has the ending that this one has: sources run as they are, and compiled.
    const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`worker.${ending}`, import.meta.url), { workerData: this.#options });
    worker.unref();
    let reason = 'the writing thread ended';
    worker.on('message', (results: readonly TaskResult[]) => this.#finish(results));
    worker.on('error', (error) => (reason = `the writing thread failed: ${String(error)}`));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
      if (this.#running.length > 0) this.#finish(this.#running.map(() => ({ failure: reason })));
    });
    return worker;
  }
}
