import type { Journal, Operation, Provider } from '@ducat/core';

/** A process that dies at a step: from then on nothing that it waits for ever comes. */
export interface Mortal {
  readonly journal: Journal;
  readonly providers: readonly Provider[];
}

const operations: readonly (Operation | 'lookup')[] = ['charge', 'authorize', 'capture', 'void', 'refund', 'lookup'];

/** Every call of the journal and of a provider is two steps: before it happens and after. It dies at `death`. */
export function mortal(journal: Journal, providers: readonly Provider[], death: number): Mortal {
  let steps = 0;
  async function live(): Promise<void> {
    steps += 1;
    if (steps >= death) await new Promise(() => undefined);
  }
  async function step<Value>(call: () => Promise<Value>): Promise<Value> {
    await live();
    const result = await call().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    await live();
    return result();
  }
  return {
    journal: {
      append: (entry) => step(() => journal.append(entry)),
      read: (payment) => step(() => journal.read(payment)),
      find: (name) => step(() => journal.find(name)),
      lease: (request) => step(() => journal.lease(request)),
      reviews: (page) => journal.reviews(page),
      payments: (page) => journal.payments(page),
      takeMessages: (request) => journal.takeMessages(request),
      acknowledge: (sequences) => journal.acknowledge(sequences),
      close: () => journal.close(),
    },
    providers: providers.map((provider) => {
      const ports = operations.map((name) => {
        const port = provider[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
        return [
          name,
          (...given: unknown[]) => step(() => port?.apply(provider, given) ?? Promise.reject(new Error(name))),
        ];
      });
      return { ...provider, ...(Object.fromEntries(ports) as object) };
    }),
  };
}
