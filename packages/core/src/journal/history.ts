/** Something that happened to a payment. Never changed and never removed. */
export interface JournalEvent {
  /** What kind: at most 64 characters. */
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** JSON text of the engine. A journal keeps it byte for byte and does not look into it. */
  readonly data: string;
}

/** A payment as a journal has it. */
export interface PaymentHistory {
  /** How many events there are. */
  readonly version: number;
  readonly events: readonly JournalEvent[];
}
