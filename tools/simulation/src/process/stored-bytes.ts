import type { Journal, JournalEvent } from '@ducat/core';

/** Everything that was written to the journal, as it was written. */
export class StoredBytes {
  readonly #histories = new Map<string, string[]>();
  readonly #leaks: { readonly payment: string; readonly text: string }[] = [];
  readonly #forbidden: RegExp;
  #appends = 0;
  readonly #dues = new Map<string, number>();
  #messages = 0;
  readonly #acknowledged = new Set<number>();

  constructor(secrets: readonly string[]) {
    this.#forbidden = new RegExp(secrets.map(escaped).join('|'));
  }

  get appends(): number {
    return this.#appends;
  }

  /** Whether a lease would find anything. */
  isDue(now: number): boolean {
    for (const due of this.#dues.values()) if (due <= now) return true;
    return false;
  }

  /** Whether anything waits in the outbox. */
  get hasMessages(): boolean {
    return this.#messages > this.#acknowledged.size;
  }

  /** The journal, with a look at every byte on its way in. */
  watching(journal: Journal): Journal {
    return {
      append: async (append) => {
        const result = await journal.append(append);
        if (result.status !== 'appended') return result;
        this.#appends += 1;
        this.#messages += append.messages.length;
        if (append.due === undefined) this.#dues.delete(append.payment);
        else this.#dues.set(append.payment, append.due);
        const lines = append.events.map(lineOf);
        this.#histories.set(append.payment, (this.#histories.get(append.payment) ?? []).concat(lines));
        const names = append.names.map(({ kind, value }) => `${kind} ${value}`);
        for (const text of [...lines, ...append.messages.map(lineOf), ...names]) {
          if (this.#forbidden.test(text)) this.#leaks.push({ payment: append.payment, text: text.slice(0, 40) });
        }
        return result;
      },
      read: (payment) => journal.read(payment),
      find: (name) => journal.find(name),
      lease: async (request) => {
        const leased = await journal.lease(request);
        for (const payment of leased) this.#dues.set(payment, request.until);
        return leased;
      },
      reviews: (page) => journal.reviews(page),
      payments: (page) => journal.payments(page),
      takeMessages: (request) => journal.takeMessages(request),
      acknowledge: async (sequences) => {
        await journal.acknowledge(sequences);
        for (const sequence of sequences) this.#acknowledged.add(sequence);
      },
      close: () => journal.close(),
    };
  }

  /** Whether these are the events that were appended to the payment, byte for byte. */
  isHistory(payment: string, events: readonly JournalEvent[]): boolean {
    const appended = this.#histories.get(payment) ?? [];
    return appended.length === events.length && events.every((event, place) => lineOf(event) === appended[place]);
  }

  leaks(): readonly { readonly payment: string; readonly text: string }[] {
    return this.#leaks;
  }
}

function lineOf({ type, at, data }: { readonly type: string; readonly at: number; readonly data: string }): string {
  return `${type} ${at} ${data}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
