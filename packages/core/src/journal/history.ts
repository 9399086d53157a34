/** Something that happened to a payment. Never changed and never removed. */
export interface JournalEvent {
  /** What kind: 1 to 64 characters. */
  readonly type: string;
  /** Whole milliseconds since the epoch. */
  readonly at: number;
  /**
   * JSON text of the engine. A journal keeps it character for character and does not look into it. Half a surrogate
   * pair, which no encoding carries, is refused; `JSON.stringify` writes it as an escape.
   */
  readonly data: string;
}

/** A payment as a journal has it. */
export interface PaymentHistory {
  /** How many events there are. */
  readonly version: number;
  readonly events: readonly JournalEvent[];
}
