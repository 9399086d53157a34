import type { Clock } from '@ducat/core';
import type { Random } from '@ducat/simulator';
import { between } from '../chance/choose.ts';
import type { ProcessSurroundings } from './process.ts';
import { Process } from './process.ts';
import { usualOffset } from './process-clock.ts';

/** Several processes on one journal. One that dies comes up again after a while. */
export class Cluster {
  readonly #around: ProcessSurroundings;
  readonly #random: Random;
  readonly #clock: Clock;
  readonly #processes: (Process | undefined)[];
  #recoverEvery: number;
  #isClosed = false;
  #deaths = 0;
  #lastWrong = -Infinity;

  constructor(size: number, around: ProcessSurroundings, random: Random) {
    this.#around = around;
    this.#clock = around.truth;
    this.#random = random;
    this.#recoverEvery = around.recoverEvery;
    this.#processes = Array.from({ length: size }, (_, number) => this.#start(number));
  }

  get deaths(): number {
    return this.#deaths;
  }

  /** Whether a process with a wrong clock has been up within so long before now. */
  hadWrongClock(milliseconds: number): boolean {
    if (this.#processes.some((process) => process?.clock.isWrong === true)) return true;
    return this.#clock.now() - this.#lastWrong < milliseconds;
  }

  /** A process that is up, when there is one: this one, or the next. */
  pick(number: number): Process | undefined {
    const size = this.#processes.length;
    for (let step = 0; step < size; step += 1) {
      const process = this.#processes[(number + step) % size];
      if (process !== undefined) return process;
    }
    return undefined;
  }

  /** Replaces all processes one by one, as a deployment does, by ones that recover at another pace. */
  async redeploy(recoverEvery: number): Promise<void> {
    this.#recoverEvery = recoverEvery;
    for (const number of this.#processes.keys()) {
      const process = this.#processes[number];
      if (process === undefined) continue;
      this.#processes[number] = undefined;
      this.#noteEnd(process);
      const { kind } = await process.ask((payments) => payments.close());
      if (kind !== 'died') this.#processes[number] = this.#start(number);
    }
  }

  close(): void {
    this.#isClosed = true;
    for (const process of this.#processes) process?.crash();
  }

  #noteEnd({ clock }: Process): void {
    if (clock.isWrong) this.#lastWrong = this.#clock.now();
  }

  #start(number: number): Process {
    const name = `process-${number + 1}`;
    const offset = between(this.#random, -usualOffset, usualOffset);
    const process = new Process(name, { ...this.#around, recoverEvery: this.#recoverEvery }, offset);
    process.onDeath(() => {
      if (this.#processes[number] === process) this.#processes[number] = undefined;
      this.#noteEnd(process);
      if (this.#isClosed) return;
      this.#deaths += 1;
      this.#clock.schedule(between(this.#random, 1000, 60_000), () => {
        if (!this.#isClosed) this.#processes[number] ??= this.#start(number);
      });
    });
    return process;
  }
}
