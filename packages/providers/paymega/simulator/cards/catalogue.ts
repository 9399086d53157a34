import { inventedCards } from './invented.ts';
import { declineResolutions, pendingExpiry, publishedCards } from './published.ts';

export interface Expiry {
  readonly month: string;
  readonly year: string;
}

export interface TestCards {
  readonly approved: string;
  readonly approvedAfterChallenge: string;
  readonly declined: string;
  readonly declinedAfterChallenge: string;
  readonly threeDSecure1: string;
  readonly threeDSecure2: string;
  readonly declinedAfterThreeDSecure2: string;
  readonly pending: string;
  readonly moderated: string;
  readonly insufficientFunds: string;
  readonly pendingExpiry: Expiry;
  /** By the resolution that the published declined cards answer with. */
  readonly declineExpiries: Readonly<Record<string, Expiry>>;
}

export const cards: TestCards = {
  ...publishedCards,
  ...inventedCards,
  pendingExpiry,
  declineExpiries: Object.fromEntries(
    Object.entries(declineResolutions).map(([expiry, resolution]) => [
      resolution,
      { month: expiry.slice(0, 2), year: expiry.slice(2) },
    ]),
  ),
};
