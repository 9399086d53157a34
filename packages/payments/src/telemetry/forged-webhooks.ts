import type { Clock, Journal } from '@ducat/core';
import { DucatError } from '@ducat/core';
import { scheduleInBackground } from '../system-clock.ts';
import type { Reporter } from './reporter.ts';

/**
 * Messages with a bad signature, kept in the journal as evidence of an attack, or of a key that was changed at one side
 * only. Whoever sends them may send any number: the first is written at once, those that follow are counted and written
 * as one, after a minute, and after twice as long each time while they go on, up to an hour. So a day of attack comes
 * to some thirty lines for each provider and process, and a journal that is full is not to be had that way.
 */
export interface ForgedWebhooks {
  /** Counts a refused message. Never rejects. */
  refused(provider: string, error: unknown): Promise<void>;
  /** Writes what is counted and not written yet. */
  flush(): Promise<void>;
}

/** What stands in the journal, as one event of the stream that `forgedWebhookStream` names. */
export interface ForgedWebhookRecord {
  readonly provider: string;
  /** How many there were since the record before. */
  readonly count: number;
  /** When the first and the last of them came, milliseconds since the epoch. */
  readonly first: number;
  readonly last: number;
}

const forgedWebhookEvent = 'webhook_forged';

/** The stream of a provider's forged messages: one for a day, under a name that no key of a merchant can have. */
export function forgedWebhookStream(provider: string, at: number): string {
  return `webhooks--forged--${new Date(at).toISOString().slice(0, 10)}--${provider}`.slice(0, 512);
}

const shortestWindow = 60_000;
const longestWindow = 60 * shortestWindow;
/** Other processes write to the same stream. Whoever comes too late too often counts on. */
const mostTries = 5;

interface Counted {
  count: number;
  first: number;
  last: number;
  /** When the next record may be written, and how long after that one the next. */
  writeAt: number;
  window: number;
  timer: { cancel(): void } | undefined;
}

export function countForgedWebhooks(journal: Journal, clock: Clock, { count, log }: Reporter): ForgedWebhooks {
  const counted = new Map<string, Counted>();

  async function write(provider: string, entry: Counted): Promise<void> {
    const now = clock.now();
    const { count: times, first, last } = entry;
    entry.timer?.cancel();
    Object.assign(entry, { count: 0, timer: undefined, writeAt: now + entry.window });
    entry.window = Math.min(2 * entry.window, longestWindow);
    log('webhook_forged', { provider, count: times, first, last });
    if (await append(journal, { provider, count: times, first, last })) return;
    Object.assign(entry, { first, count: entry.count + times });
  }

  return {
    async refused(provider, error) {
      if (!DucatError.is(error) || error.code !== 'invalid_signature') return;
      const now = clock.now();
      count('webhook_forged', { provider });
      const entry = counted.get(provider) ?? begin(now);
      counted.set(provider, entry);
      // A whole window of silence: the attack is over, and the next one is told at once.
      if (now >= entry.writeAt && now >= entry.last + entry.window) entry.window = shortestWindow;
      if (entry.count === 0) entry.first = now;
      entry.last = now;
      entry.count += 1;
      if (now >= entry.writeAt) await write(provider, entry);
      else entry.timer ??= scheduleInBackground(clock, entry.writeAt - now, () => void write(provider, entry));
    },
    async flush() {
      for (const [provider, entry] of counted) if (entry.count > 0) await write(provider, entry);
    },
  };
}

function begin(now: number): Counted {
  return { count: 0, first: now, last: now, writeAt: now, window: shortestWindow, timer: undefined };
}

async function append(journal: Journal, record: ForgedWebhookRecord): Promise<boolean> {
  const { provider, last: at } = record;
  const payment = forgedWebhookStream(provider, at);
  const event = { type: forgedWebhookEvent, at, data: JSON.stringify(record) };
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const expectedVersion = (await journal.read(payment))?.version ?? 0;
      const entry = {
        payment,
        expectedVersion,
        events: [event],
        names: [],
        messages: [],
        review: false,
        due: undefined,
      };
      const { status } = await journal.append(entry);
      if (status === 'appended') return true;
    }
  } catch {
    // The journal has reported it.
  }
  return false;
}
