import { cards } from '@ducat/paymega/simulator';

/** Test cards that do the same at both providers. */
export const testCards = {
  approved: '4200000000000000',
  challenge: cards.threeDSecure2,
  challengeBefore2: cards.threeDSecure1,
  insufficientFunds: cards.insufficientFunds,
} as const;

/** What the visitor is told to try. */
export const suggestions: readonly { readonly number: string; readonly what: string }[] = [
  { number: testCards.approved, what: 'is approved' },
  { number: testCards.challenge, what: 'asks for your bank (3-D Secure 2)' },
  { number: testCards.challengeBefore2, what: 'asks for your bank the old way (3-D Secure 1)' },
  { number: testCards.insufficientFunds, what: 'has not enough money on it' },
];
