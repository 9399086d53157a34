import type { ActionRequired, Approved, Declined, DucatErrorDetails, Pending } from '@ducat/core';

type Kept<Kind> = Omit<Kind, 'provider' | 'reference' | 'token'>;

/** An error as it is kept: redacted by whoever made it, without its cause. */
export type KeptError = Omit<DucatErrorDetails, 'cause'>;

/** This sending of the request did nothing. It says nothing about earlier ones. */
interface NothingSent {
  readonly status: 'not_sent';
  readonly error: KeptError;
}

/** The request may have arrived, and no usable answer came. */
interface Unclear {
  readonly status: 'unknown';
  readonly providerReference?: string;
  readonly error: KeptError;
}

/** The provider knows no such transaction at this moment. */
interface NothingFound {
  readonly status: 'not_found';
}

/** The question was not answered, or the answer is about something else. It says nothing about the attempt. */
export interface Unanswered {
  readonly status: 'unanswered';
  readonly error: KeptError;
}

/** What one piece of evidence says about an attempt, as it stands in the journal: no token, no card data. */
export type Finding =
  | Kept<Approved>
  | Kept<ActionRequired>
  | Kept<Pending>
  | Kept<Declined>
  | NothingSent
  | Unclear
  | NothingFound
  | Unanswered;
