/** One line of the table: one call of one port. */
export interface Step {
  readonly operation: string;
  readonly story: string;
  readonly provider: string;
  /** The outcome's status, or the code of the error that was thrown. */
  readonly outcome: string;
  readonly expected: string;
  /** What the provider cannot do, or why it said no. */
  readonly note: string;
  readonly reference: string;
  readonly milliseconds: number;
}
