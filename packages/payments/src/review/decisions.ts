import type { Money } from '@ducat/core';
import type { ReviewCause, ReviewRequested } from '../model/event.ts';

/** What an operator can say about an attempt in review. */
export type DecisionName = 'approved' | 'nothing_taken' | 'handled' | 'again';

interface Decided {
  /** Which review is decided: `review.id`. */
  readonly review: string;
  /** Who decides. Stands in the journal for good. */
  readonly by: string;
  /** Why, and where it can be seen: the provider's dashboard, a letter of its support. No card data. */
  readonly note: string;
}

/** An operator's decision. It is evidence like any other, and never outvotes what the provider itself proves. */
export type ReviewDecision =
  | (Decided & {
      /** The provider did what was asked: the operation becomes `approved`. */
      readonly decision: 'approved';
      /** The provider's id of the transaction, as its dashboard shows it. */
      readonly providerReference: string;
      /** Exactly what was asked for. */
      readonly amount: Money;
    })
  | (Decided & {
      /**
       * The provider took nothing and never will: the operation becomes `declined`. Should it turn out otherwise, what
       * was taken is given back.
       */
      readonly decision: 'nothing_taken';
    })
  | (Decided & {
      /** What moved once too often was given back outside of this library, or may stay where it is. */
      readonly decision: 'handled';
    })
  | (Decided & {
      /** Nothing is decided: the provider is asked once more. */
      readonly decision: 'again';
    });

type Decisions = Readonly<Partial<Record<DecisionName, string>>>;

const unclear: Decisions = {
  approved: 'the provider shows the transaction as successful: give its id (providerReference) and its amount',
  nothing_taken: 'the provider shows no such transaction, or one that failed for good: no money moved',
  again: 'ask the provider once more, for example after its outage',
};

const decisions: Readonly<Record<ReviewCause, Decisions>> = {
  no_way: unclear,
  unclear,
  surplus: { handled: 'what moved once too often was given back at the provider by hand, or may stay where it is' },
  token: { handled: 'the card was stored by other means, or will be asked for again' },
};

/** The decisions that are possible, each with when it is right. */
export function decisionsFor({ cause }: ReviewRequested): Decisions {
  return decisions[cause];
}
