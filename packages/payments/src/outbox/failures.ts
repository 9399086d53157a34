import type { OutboxMessage } from '@ducat/core';
import type { Subscriber } from './event.ts';

/** What this process knows of a message that could not be delivered. */
interface Failed {
  readonly sequence: number;
  readonly count: number;
  /** Not before, milliseconds since the epoch. */
  readonly nextAt: number;
  readonly delivered: Set<Subscriber>;
}

export interface FailedDeliveries {
  of(message: OutboxMessage): Failed | undefined;
  /** The subscribers who have taken it. */
  delivered(message: OutboxMessage): Set<Subscriber>;
  count(message: OutboxMessage, now: number): Failed;
  forget(message: OutboxMessage): void;
}

/** Each payment has one message in front, so there is one for each payment; of more than that the oldest are forgotten. */
const mostKnown = 10_000;

/** The failures of messages in this process. What is forgotten begins with the first delay again. */
export function failedDeliveries(delays: readonly number[]): FailedDeliveries {
  const failures = new Map<string, Failed>();

  function of({ payment, sequence }: OutboxMessage): Failed | undefined {
    const known = failures.get(payment);
    return known?.sequence === sequence ? known : undefined;
  }

  function keep(message: OutboxMessage, count: number, nextAt: number): Failed {
    const { payment, sequence } = message;
    const failed = { sequence, count, nextAt, delivered: of(message)?.delivered ?? new Set<Subscriber>() };
    failures.delete(payment);
    failures.set(payment, failed);
    const [oldest] = failures.keys();
    if (failures.size > mostKnown && oldest !== undefined) failures.delete(oldest);
    return failed;
  }

  return {
    of,
    delivered: (message) => of(message)?.delivered ?? keep(message, 0, 0).delivered,
    count(message, now) {
      const count = (of(message)?.count ?? 0) + 1;
      return keep(message, count, now + (delays[Math.min(count, delays.length) - 1] ?? 0));
    },
    forget: ({ payment }) => void failures.delete(payment),
  };
}
