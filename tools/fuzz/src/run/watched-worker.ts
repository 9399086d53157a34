import { Worker } from 'node:worker_threads';
import type { Order } from '../arguments.ts';
import type { Assignment, WorkerAnswer, WorkerStart } from './worker.ts';

/** Why there is no answer. */
export interface Lost {
  readonly kind: 'hang' | 'foreign exception';
  readonly message: string;
}

/** Inputs live for one call; with room for many of them the collector has little to do. */
const resourceLimits = { maxYoungGenerationSizeMb: 128 };
// Workspace packages are read from their sources there too, whoever starts the worker.
const execArgv = ['--conditions=ducat-source'];

const looks = 8;
/** Before its first input a worker has to load everything. */
const patienceAtFirst = 10;

/** A thread that is watched from outside, so that whatever hangs in it is given up and not waited for. */
export class WatchedWorker {
  readonly #progress = new Int32Array(new SharedArrayBuffer(8));
  readonly #patience: number;
  readonly #worker: Worker;
  #end: (answer: WorkerAnswer | Lost) => void = () => undefined;

  /**
   * @param targets address of the module that has `allTargets`
   * @param patience milliseconds that one input may take
   */
  constructor(order: Order, targets: URL, patience: number) {
    this.#patience = patience;
    const workerData: WorkerStart = { order, targets: targets.href, progress: this.#progress };
    this.#worker = new Worker(new URL('worker.ts', import.meta.url), { workerData, resourceLimits, execArgv });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#end(answer));
    this.#worker.on('error', (error) => {
      this.#end({ kind: 'foreign exception', message: `outside of any call: ${String(error)}` });
    });
    this.#worker.on('exit', (code) => {
      this.#end({ kind: 'foreign exception', message: `the thread was ended with code ${code}` });
    });
  }

  /** Number of the input that is running. */
  get number(): number {
    return Atomics.load(this.#progress, 0);
  }

  async ask(assignment: Assignment): Promise<WorkerAnswer | Lost> {
    return new Promise((resolve) => {
      let seen = this.#beats();
      let unchanged = 0;
      // Looks are counted and not time: a machine that slept has not waited.
      const watch = setInterval(() => {
        const beats = this.#beats();
        unchanged = beats === seen ? unchanged + 1 : 0;
        seen = beats;
        if (unchanged <= looks * (beats === 0 ? patienceAtFirst : 1)) return;
        this.#end({ kind: 'hang', message: `no end within ${this.#patience / 1000} s` });
      }, this.#patience / looks);
      this.#end = (answer) => {
        clearInterval(watch);
        resolve(answer);
      };
      this.#worker.postMessage(assignment);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #beats(): number {
    return Atomics.load(this.#progress, 1);
  }
}
