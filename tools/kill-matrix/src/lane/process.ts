import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { News, Order, Question } from '../child/order.ts';

type Done = Extract<News, { kind: 'done' }>;

/** How an order ended. */
export type Ended = { readonly kind: 'killed' } | { readonly kind: 'done'; readonly news: Done };

/** What the process is told and asks while it carries out an order. */
export interface Listener {
  told(news: Extract<News, { kind: 'told' | 'time' }>): void;
  answer(question: Question): Promise<unknown>;
}

/** A life takes some hundred milliseconds; on a machine that is busy with other things, seconds. */
const patience = 120_000;

/** The merchant as a process of its own. It carries out orders one after another until it is killed. */
export class MerchantProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  /** Settled when it is dead and everything that it told has been heard. */
  readonly #gone: Promise<Ended>;
  #errors = '';
  isAlive = true;

  /** `program` is the compiled merchant. */
  constructor(program: string) {
    this.#child = fork(program, {
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=32'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(program), 'cache') },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    this.#child.once('exit', () => (this.isAlive = false));
    this.#ready = once(this.#child, 'message');
    this.#gone = this.#end();
    // Whoever gives an order is told.
    for (const end of [this.#ready, this.#gone]) end.catch(() => undefined);
  }

  /** @throws Error when the process fails, or ends in another way than by SIGKILL. */
  async carryOut(order: Order, listener: Listener): Promise<Ended> {
    const { promise: overdue, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`no end after ${patience / 1000} s`)), patience);
    try {
      await Promise.race([this.#ready, this.#gone, overdue]);
      const ended = this.#ended(listener);
      this.#child.send(order);
      return await Promise.race([ended, this.#gone, overdue]);
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  async #end(): Promise<Ended> {
    const [[code, signal]] = await Promise.all([once(this.#child, 'exit'), once(this.#child, 'disconnect')]);
    if (signal === 'SIGKILL') return { kind: 'killed' };
    throw new Error(`the merchant's process ended with ${String(signal ?? code)}: ${this.#errors.slice(-2000)}`);
  }

  #ended(listener: Listener): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const hear = (news: News): void => {
        if (news.kind === 'told' || news.kind === 'time') listener.told(news);
        else if (news.kind === 'question') void this.#answer(news.question, listener).catch(reject);
        else if (news.kind === 'failed' || news.kind === 'done') {
          this.#child.off('message', hear);
          if (news.kind === 'done') resolve({ kind: 'done', news });
          else reject(new Error(`the merchant's process failed: ${news.error}`));
        }
      };
      this.#child.on('message', hear);
    });
  }

  async #answer(question: Question, listener: Listener): Promise<void> {
    const answer = await listener.answer(question);
    // It may be dead by now: the end of its order is told by that.
    if (this.#child.connected) this.#child.send({ kind: 'answer', answer }, () => undefined);
  }
}
