import type { JournalEvent } from './history.ts';
import type { JournalName } from './name.ts';
import type { NewMessage } from './outbox.ts';

/** Events for one payment, and what goes with them in the same transaction. */
export interface JournalAppend {
  /** 1 to 512 characters, told apart by every one of them. */
  readonly payment: string;
  /** The version that the writer has read; 0 for a payment that does not exist yet. */
  readonly expectedVersion: number;
  /** At least one. Each adds one to the version. */
  readonly events: readonly JournalEvent[];
  /** Names that belong to this payment from now on. A name it has already, or twice, is no conflict. */
  readonly names: readonly JournalName[];
  /**
   * When recovery has to look at the payment next, in whole milliseconds since the epoch; `undefined`: never. It takes
   * the place of what was said before, and of a lease.
   */
  readonly due: number | undefined;
  /** Whether a person has to look at it, from now on. */
  readonly review: boolean;
  /** What is told to subscribers, in this order. */
  readonly messages: readonly NewMessage[];
}

/**
 * - `appended`: it is durable.
 * - `conflict`: the payment is at another version, which is told; nothing was written. This is looked at first.
 * - `taken`: one of the names belongs to another payment, which is told; nothing was written.
 */
export type AppendResult =
  | { readonly status: 'appended'; readonly version: number }
  | { readonly status: 'conflict'; readonly version: number }
  | { readonly status: 'taken'; readonly name: JournalName; readonly payment: string };
