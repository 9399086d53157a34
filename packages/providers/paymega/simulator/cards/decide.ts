import type { Card } from './card.ts';
import { passesLuhn } from './card.ts';
import { approved, declined, pending } from './decision.ts';
import type { Decision, Verdict } from './decision.ts';
import { declineResolutions, otherDeclineResolution, pendingExpiry, publishedCards } from './published.ts';
import { inventedDecision } from './invented.ts';

interface Circumstances {
  /** Of the published cards that ask for 3-D Secure. */
  readonly challengeVersion: '1' | '2';
  readonly testMode: boolean;
  readonly now: Date;
}

const without = (verdict: Verdict): Decision => ({ challenge: undefined, verdict });

function isPendingExpiry(card: Card): boolean {
  return card.expiryMonth === pendingExpiry.month && card.expiryYear === pendingExpiry.year;
}

function chosenDecline(card: Card): Verdict {
  const expiry = `${card.expiryMonth}${card.expiryYear}`;
  return declined(declineResolutions[expiry] ?? otherDeclineResolution);
}

function hasExpired(card: Card, now: Date): boolean {
  const monthAfter = Date.UTC(2000 + Number(card.expiryYear), Number(card.expiryMonth), 1);
  return now.getTime() >= monthAfter;
}

/**
 * Published cards do what the platform's test connector says, in both modes. Of all others, invented ones
 * follow their BIN, those that pass the Luhn check are approved, the rest are invalid. Expired cards are
 * declined in live mode only, because the published decline dates lie in the past.
 */
export function decide(card: Card, circumstances: Circumstances): Decision {
  const { challengeVersion: challenge, testMode, now } = circumstances;
  switch (card.number) {
    case publishedCards.approved:
      return without(isPendingExpiry(card) ? pending() : approved);
    case publishedCards.approvedAfterChallenge:
      return isPendingExpiry(card) ? without(pending('auth_3ds_required')) : { challenge, verdict: approved };
    case publishedCards.declined:
      return without(chosenDecline(card));
    case publishedCards.declinedAfterChallenge:
      return { challenge, verdict: chosenDecline(card) };
    default:
      if (!passesLuhn(card.number)) return without(declined('invalid_card'));
      if (!testMode && hasExpired(card, now)) return without(declined('card_expired'));
      return inventedDecision(card.number) ?? without(approved);
  }
}
