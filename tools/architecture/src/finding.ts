/** One place where the repository breaks a decision. */
export interface Finding {
  readonly path: string;
  /** What is there, the decision that it breaks, and in parentheses where the decision is written. */
  readonly message: string;
}

/** The finding as one line of a report. */
export function describeFinding({ path, message }: Finding): string {
  return `${path} ${message}`;
}
