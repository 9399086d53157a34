import type { IssuedCard } from '@ducat/paycross/simulator';
import { cards } from '@ducat/paymega/simulator';

/** What a card does, at either provider. */
export type CardKind =
  | 'approved'
  | 'declined'
  | 'pending'
  | 'challenged'
  | 'challenged_first_version'
  | 'declined_after_challenge';

export const cardNumbers: Readonly<Record<CardKind, string>> = {
  approved: cards.approved,
  declined: cards.insufficientFunds,
  pending: cards.pending,
  challenged: cards.threeDSecure2,
  challenged_first_version: cards.threeDSecure1,
  declined_after_challenge: cards.declinedAfterThreeDSecure2,
};

/** No amount is written with a zero in front, so that its digits between quotes are a leak. */
export const securityCode = '0907';

const declined = 'F.0114';

/** The cards of Paymega's simulator, as PayCross's issuer knows them. */
export const issuedCards: readonly IssuedCard[] = [
  { number: cardNumbers.approved },
  { number: cardNumbers.declined, code: declined },
  { number: cardNumbers.pending, code: 'P.0001' },
  { number: cardNumbers.challenged, authentication: { version: 2, flow: 'challenge', result: 'Y' } },
  { number: cardNumbers.challenged_first_version, authentication: { version: 1, flow: 'challenge', result: 'Y' } },
  {
    number: cardNumbers.declined_after_challenge,
    authentication: { version: 2, flow: 'challenge', result: 'Y' },
    code: declined,
  },
];
