const second = 1000;
const minute = 60 * second;

/** How events are delivered, as data. All times in milliseconds. */
export interface DeliverySchedule {
  /** So many events at once, each of another payment. */
  readonly concurrency: number;
  /** How long a subscriber may take for one event; after that it counts as failed, and comes again. */
  readonly timeoutMilliseconds: number;
  /** How long to wait after the first failure of an event, the second, ...; the last one is used for all others. */
  readonly delaysMilliseconds: readonly number[];
  /** How often events of other processes are looked for; those of this one are delivered at once. */
  readonly everyMilliseconds: number;
}

/** Quickly after a hiccup, every five minutes in an outage, and never given up. */
export const defaultDelivery: DeliverySchedule = {
  concurrency: 16,
  timeoutMilliseconds: 30 * second,
  delaysMilliseconds: [second, 5 * second, 15 * second, minute, 5 * minute],
  everyMilliseconds: second,
};
