import type { Clock } from './clock.ts';
import type { Send } from './http.ts';
import { sendOverHttp } from './send-over-http.ts';

export interface WebhookMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface RetryPolicy {
  accepts(status: number): boolean;
  /** Milliseconds until the next try after that many; undefined gives up. */
  delayAfter(attempts: number): number | undefined;
}

export interface Delivery {
  readonly message: WebhookMessage;
  readonly attempt: number;
  readonly at: number;
  readonly outcome: 'accepted' | 'refused' | 'failed' | 'dropped';
  /** Absent when no response came. */
  readonly status?: number;
}

export interface Courier {
  send(message: WebhookMessage): void;
  readonly log: readonly Delivery[];
  /** Messages waiting for `release`, oldest first. */
  readonly held: readonly WebhookMessage[];
  hold(): void;
  /** Sends what was held, in the order the caller wants; what the reordering leaves out is lost. */
  release(reorder?: (held: readonly WebhookMessage[]) => readonly WebhookMessage[]): void;
  /** The next messages are delivered once more each. */
  duplicateNext(messages?: number): void;
  /** The next messages never leave and are never retried. */
  dropNext(messages?: number): void;
  /** Settles when nothing is in flight; retries that wait on the clock do not count. */
  idle(): Promise<void>;
}

export interface CourierSettings {
  readonly clock: Clock;
  readonly policy: RetryPolicy;
  readonly deliver?: Send;
}

export function createCourier(settings: CourierSettings): Courier {
  const { clock, policy, deliver = sendOverHttp } = settings;
  const log: Delivery[] = [];
  const flights = new Set<Promise<void>>();
  let held: WebhookMessage[] | undefined;
  let duplicates = 0;
  let drops = 0;

  const attemptOnce = async (message: WebhookMessage, attempt: number): Promise<void> => {
    const at = clock.now();
    let delivery: Delivery;
    try {
      const { status } = await deliver(message.url, { ...message, method: 'POST' });
      const outcome = policy.accepts(status) ? 'accepted' : 'refused';
      delivery = { message, attempt, at, status, outcome };
    } catch {
      delivery = { message, attempt, at, outcome: 'failed' };
    }
    log.push(delivery);
    if (delivery.outcome === 'accepted') return;
    const delay = policy.delayAfter(attempt);
    if (delay !== undefined) clock.schedule(delay, () => launch(message, attempt + 1));
  };

  const launch = (message: WebhookMessage, attempt: number): void => {
    const flight = attemptOnce(message, attempt).finally(() => flights.delete(flight));
    flights.add(flight);
  };

  const dispatch = (message: WebhookMessage): void => {
    if (drops > 0) {
      drops -= 1;
      log.push({ message, attempt: 1, at: clock.now(), outcome: 'dropped' });
      return;
    }
    launch(message, 1);
    if (duplicates > 0) {
      duplicates -= 1;
      launch(message, 1);
    }
  };

  return {
    send(message) {
      if (held === undefined) dispatch(message);
      else held.push(message);
    },
    get log() {
      return [...log];
    },
    get held() {
      return [...(held ?? [])];
    },
    hold() {
      held ??= [];
    },
    release(reorder = (messages) => messages) {
      const messages = reorder(held ?? []);
      held = undefined;
      for (const message of messages) dispatch(message);
    },
    duplicateNext(messages = 1) {
      duplicates += messages;
    },
    dropNext(messages = 1) {
      drops += messages;
    },
    async idle() {
      while (flights.size > 0) await Promise.all(flights);
    },
  };
}
