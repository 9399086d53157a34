import type { Clock, Journal, OutboxMessage } from '@ducat/core';
import { scheduleInBackground } from '../system-clock.ts';
import { describeError } from '../telemetry/describe-error.ts';
import type { Reporter } from '../telemetry/reporter.ts';
import { deliver } from './deliver.ts';
import type { Subscriber } from './event.ts';
import { failedDeliveries } from './failures.ts';
import type { DeliverySchedule } from './schedule.ts';

/** Delivers what waits in the journal's outbox, until it is stopped. */
export interface Delivery {
  /** Looks now instead of at the next turn. */
  wake(): void;
  /** Takes nothing new; fulfilled when what is being delivered is. */
  stop(): Promise<void>;
}

interface DeliverySettings {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly subscribers: readonly Subscriber[];
  readonly schedule: DeliverySchedule;
  readonly reporter: Reporter;
}

/** A message that nobody else takes until then. */
interface Taken {
  readonly message: OutboxMessage;
  readonly until: number;
}

/** So many failed ones at most are kept at hand, to be tried again before others could take them. */
const mostWaiting = 1000;
/** So long at most nothing new is taken when nothing can be delivered. */
const longestPause = 60_000;

/**
 * A message is taken for as long as two deliveries may take; it is acknowledged when all subscribers took it, and not
 * before. Who dies in between leaves it to be taken again. A journal gives only the oldest message of each payment, so
 * a payment's come in order, and one that fails holds up its own payment alone.
 */
export function startDelivery({ journal, clock, subscribers, schedule, reporter }: DeliverySettings): Delivery {
  const { concurrency, timeoutMilliseconds, delaysMilliseconds, everyMilliseconds } = schedule;
  const leaseMilliseconds = 2 * timeoutMilliseconds + 5_000;
  const failures = failedDeliveries(delaysMilliseconds);
  const running = new Set<Promise<void>>();
  const ready: Taken[] = [];
  let waiting = 0;
  let [failuresInARow, pausesInARow, pausedUntil] = [0, 0, 0];
  let isStopped = false;
  let isWoken = false;
  let taking: Promise<void> | undefined;
  let timer = scheduleInBackground(clock, everyMilliseconds, turn);

  function turn(): void {
    take();
    timer = scheduleInBackground(clock, everyMilliseconds, turn);
  }

  function take(): void {
    isWoken = true;
    taking ??= takeAll().finally(() => {
      taking = undefined;
    });
  }

  async function takeAll(): Promise<void> {
    try {
      while (isWoken && !isStopped) {
        isWoken = false;
        await takeOnce();
      }
    } catch {
      // The journal has reported it; the next turn tries again.
    }
  }

  async function takeOnce(): Promise<void> {
    for (let free = freeSlots(); free > 0; free = freeSlots()) {
      const now = clock.now();
      if (isStopped || now < pausedUntil) return;
      const until = now + leaseMilliseconds;
      const messages = await journal.takeMessages({ now, until, limit: free });
      for (const message of messages) begin({ message, until });
      if (messages.length < free) return;
    }
  }

  function freeSlots(): number {
    while (ready.length > 0 && running.size < concurrency) for (const next of ready.splice(0, 1)) start(next);
    return concurrency - running.size;
  }

  function begin(taken: Taken): void {
    const { nextAt = 0 } = failures.of(taken.message) ?? {};
    if (nextAt > clock.now()) retryAt(nextAt, taken);
    else start(taken);
  }

  function start(taken: Taken): void {
    // What was taken before the stop comes again after its time, here or elsewhere.
    if (isStopped || clock.now() + timeoutMilliseconds > taken.until) return;
    const delivering = run(taken).finally(() => {
      running.delete(delivering);
      take();
    });
    running.add(delivering);
  }

  async function run(taken: Taken): Promise<void> {
    const { message } = taken;
    try {
      await deliver(message, subscribers, { clock, timeoutMilliseconds, delivered: failures.delivered(message) });
    } catch (error) {
      failed(taken, error);
      return;
    }
    failures.forget(message);
    [failuresInARow, pausesInARow, pausedUntil] = [0, 0, 0];
    // When this fails the message comes again; the journal has reported it.
    await journal.acknowledge([message.sequence]).catch(() => undefined);
  }

  function failed(taken: Taken, error: unknown): void {
    const { message } = taken;
    const now = clock.now();
    const { count, nextAt } = failures.count(message, now);
    const { payment, sequence, type } = message;
    const details = { payment, id: String(sequence), failures: count, nextAt, error: describeError(error, true) };
    reporter.report('event_not_delivered', details, { type });
    if (count === 1) pauseWhenNothingGetsThrough(now);
    retryAt(nextAt, taken);
  }

  /** Taking everything that waits would only make it fail. What failed before says nothing new. */
  function pauseWhenNothingGetsThrough(now: number): void {
    failuresInARow += 1;
    if (failuresInARow < concurrency) return;
    const pause = delaysMilliseconds[Math.min(pausesInARow, delaysMilliseconds.length - 1)] ?? 0;
    pausedUntil = now + Math.min(pause, longestPause);
    pausesInARow += 1;
    failuresInARow = 0;
  }

  /** While it is still this process's; else it comes again when its time is over. */
  function retryAt(at: number, taken: Taken): void {
    if (isStopped || at + timeoutMilliseconds > taken.until || waiting >= mostWaiting) return;
    waiting += 1;
    scheduleInBackground(clock, at - clock.now(), () => {
      waiting -= 1;
      ready.push(taken);
      take();
    });
  }

  return {
    wake: take,
    async stop() {
      isStopped = true;
      timer.cancel();
      await taking;
      await Promise.all(running);
    },
  };
}
