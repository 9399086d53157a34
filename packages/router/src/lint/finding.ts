import type { Place } from '../routes/issues.ts';

/** What `lintRoutes` finds. */
export type FindingCode =
  /** A field is not what the format says. */
  | 'invalid'
  | 'duplicate_name'
  | 'duplicate_fee'
  | 'unknown_provider'
  | 'split_sum'
  | 'empty_range'
  /** Every request that the rule matches was matched by an earlier one. */
  | 'unreachable'
  /** Two rules match some of the same requests and choose otherwise: which stands first decides. */
  | 'overlap'
  /** No request can match, or nothing follows from it. */
  | 'never_matches'
  /** No BIN is known to have the brand. */
  | 'unknown_brand'
  /** No provider of the rule can do what its conditions ask for. */
  | 'no_capable_provider';

/** One thing in a set of routes that is wrong, or may not be meant. */
export interface Finding {
  /**
   * With an `error` the routes cannot be used. What a `warning` is about does nothing, or nothing good. A `notice` does
   * what it says, which may not be what was meant.
   */
  readonly severity: 'error' | 'warning' | 'notice';
  readonly code: FindingCode;
  /** Where: `['rules', 3, 'split']`. */
  readonly place: Place;
  /** Name of the rule. */
  readonly rule?: string;
  readonly message: string;
}
