import type { Clock, OutboxMessage } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { scheduleInBackground } from '../system-clock.ts';
import type { Subscriber } from './event.ts';
import { readMessage } from './read-message.ts';

interface DeliveryContext {
  readonly clock: Clock;
  readonly timeoutMilliseconds: number;
  /** Those who have taken it before; whoever takes it now is added. */
  readonly delivered: Set<Subscriber>;
}

/** Gives a message to every subscriber who has not taken it. Rejected with the first failure, when all have been tried. */
export async function deliver(
  message: OutboxMessage,
  subscribers: readonly Subscriber[],
  { clock, timeoutMilliseconds, delivered }: DeliveryContext,
): Promise<void> {
  const results = await Promise.allSettled(
    subscribers
      .filter((subscriber) => !delivered.has(subscriber))
      .map(async (subscriber) => {
        await inTime(clock, timeoutMilliseconds, async () => await subscriber(readMessage(message)));
        delivered.add(subscriber);
      }),
  );
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}

async function inTime(clock: Clock, milliseconds: number, task: () => Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = scheduleInBackground(clock, milliseconds, () => {
    const message = `the subscriber took longer than ${milliseconds} ms`;
    reject(new DucatError({ code: 'deadline_exceeded', message, effect: 'none' }));
  });
  try {
    await Promise.race([task(), promise]);
  } finally {
    timer.cancel();
  }
}
