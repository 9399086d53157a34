import type { JournalAppend, AppendResult } from './append.ts';
import type { OutboxMessage } from './outbox.ts';
import type { PaymentHistory } from './history.ts';
import type { JournalName } from './name.ts';

/** A moment until which something that was taken is left alone by everybody else. */
export interface LeaseRequest {
  /** Whole milliseconds since the epoch by the engine's clock; the journal has no clock of its own. */
  readonly now: number;
  /** If the taker has not finished by then, another may take it. */
  readonly until: number;
  /** 1 or more. */
  readonly limit: number;
}

/** A page of payments, in the order of their first events. */
export interface PageRequest {
  /** The last payment of the page before, which need not be listed any more. A payment that there is not is refused. */
  readonly after?: string;
  /** 1 or more. */
  readonly limit: number;
}

/**
 * The one truth that all nodes of an engine share: for every payment an append-only list of events.
 *
 * Every method is atomic and durable when its promise is fulfilled. A rejected `append` may or may not have happened
 * (the disk, or the connection to the database, failed at the worst moment): read before anything else is done.
 *
 * What cannot be kept as it is, by `checkAppend` and its neighbours, is rejected with `invalid_request` and nothing is
 * written; a journal that fails, or is closed, rejects with `journal_failed`.
 *
 * What is written holds no card data: the engine has none in its events, and a journal adds nothing of its own.
 */
export interface Journal {
  /** Adds events to one payment, with everything that has to be true at the same moment. All of it or nothing. */
  append(append: JournalAppend): Promise<AppendResult>;
  /** All events of a payment, oldest first; `undefined` when there is none. */
  read(payment: string): Promise<PaymentHistory | undefined>;
  /** The payment that a name was given to. */
  find(name: JournalName): Promise<string | undefined>;
  /**
   * Payments whose `due` is `now` or before, the longest first and of equals the oldest payment, and makes `until` their
   * new `due` in the same step, so that two nodes never take the same one. It is no event: versions stay. Finds them by
   * an index: it costs the same among a million others.
   */
  lease(request: LeaseRequest): Promise<readonly string[]>;
  /** Payments whose last append said `review`. */
  reviews(page: PageRequest): Promise<readonly string[]>;
  /** All payments. */
  payments(page: PageRequest): Promise<readonly string[]>;
  /**
   * Messages that nobody has taken or delivered, the oldest first: only the oldest of each payment, which holds up the
   * others until it is acknowledged, so that each payment's stay in order. They come again after `until` unless they are
   * acknowledged.
   */
  takeMessages(request: LeaseRequest): Promise<readonly OutboxMessage[]>;
  /**
   * Marks messages as delivered, whoever has taken them since; the next of their payments can be taken from now on.
   * Repeating it, or naming what there never was, changes nothing.
   */
  acknowledge(sequences: readonly number[]): Promise<void>;
  /** Waits for what was asked for before. Other openings of the same journal stay open. */
  close(): Promise<void>;
}
