import { describe, expect, test } from 'vitest';
import type { DeclineAdvice, DeclineReason } from '../src/index.ts';
import { declineFor } from '../src/index.ts';

// Written out again, reason by reason, so that a change of advice is a decision and not an accident.
const expected: Readonly<Record<DeclineReason, readonly [boolean, DeclineAdvice['sameCard']]>> = {
  insufficient_funds: [false, 'later'],
  limit_exceeded: [false, 'later'],
  do_not_honor: [true, 'later'],
  card_expired: [false, 'never'],
  card_lost_or_stolen: [false, 'never'],
  card_restricted: [false, 'never'],
  card_not_supported: [true, 'never'],
  invalid_card_number: [false, 'after_correction'],
  invalid_expiry: [false, 'after_correction'],
  invalid_security_code: [false, 'after_correction'],
  invalid_amount: [true, 'after_correction'],
  currency_not_supported: [true, 'never'],
  transaction_not_permitted: [true, 'never'],
  authentication_required: [true, 'after_correction'],
  authentication_failed: [false, 'later'],
  suspected_fraud: [false, 'never'],
  abandoned: [false, 'later'],
  expired: [false, 'later'],
  canceled: [false, 'later'],
  duplicate: [false, 'never'],
  temporary_failure: [true, 'later'],
  provider_failure: [true, 'later'],
  unspecified: [true, 'later'],
};

const reasons = Object.keys(expected) as DeclineReason[];

describe('a decline', () => {
  test.each(reasons)('for %s says whether another provider and the same card may help', (reason) => {
    const [anotherProviderMayHelp, sameCard] = expected[reason];
    expect(declineFor(reason, 'issuer')).toEqual({ reason, by: 'issuer', anotherProviderMayHelp, sameCard });
  });

  test('by the shopper, or for what only the shopper can mend, goes to no other provider', () => {
    const shoppers = [
      'abandoned',
      'canceled',
      'expired',
      'invalid_card_number',
      'invalid_expiry',
      'invalid_security_code',
    ] as const;
    expect(shoppers.filter((reason) => declineFor(reason, 'customer').anotherProviderMayHelp)).toEqual([]);
  });

  test('for a card that must not be used goes to no other provider and is never tried again', () => {
    for (const reason of ['card_lost_or_stolen', 'suspected_fraud', 'card_restricted', 'card_expired'] as const) {
      expect(declineFor(reason, 'issuer')).toMatchObject({ anotherProviderMayHelp: false, sameCard: 'never' });
    }
  });
});
