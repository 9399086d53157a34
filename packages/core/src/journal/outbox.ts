/** What subscribers are to be told, written in the same transaction as the events that caused it. */
export interface NewMessage {
  /** `payment.approved`, `payment.needs_review`, ...: 1 to 64 characters. */
  readonly type: string;
  /** Whole milliseconds since the epoch. */
  readonly at: number;
  /** JSON text. */
  readonly data: string;
}

/** A message that waits to be delivered. */
export interface OutboxMessage extends NewMessage {
  /** Grows with every message of the journal, with gaps perhaps; names this one, and never another. */
  readonly sequence: number;
  readonly payment: string;
}
