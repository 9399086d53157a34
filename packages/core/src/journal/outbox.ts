/** What subscribers are to be told, written in the same transaction as the events that caused it. */
export interface NewMessage {
  /** `payment.approved`, `payment.needs_review`, ... */
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** JSON text. */
  readonly data: string;
}

/** A message that waits to be delivered. */
export interface OutboxMessage extends NewMessage {
  /** Grows with every message of the journal; names this one. */
  readonly sequence: number;
  readonly payment: string;
}
