import type { Deviation } from '@ducat/contract';

const until = '2027-11-21';

/** Where the engine is meant to do something else than an adapter. */
export const deviations: readonly Deviation[] = [
  ...each(
    [
      'a tokenization answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
      'a charge answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
      'an authorization answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
      'a capture answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
      'a void answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
      'a refund answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
      'a payout answered with a word that nobody knows is pending, with the word in raw alone (defect 48)',
    ],
    'it is pending; the results of the engine have no raw, because no program should depend on it',
  ),
  ...each(
    [
      'a payout to a card of one customer is not sent for another',
      'a token of one customer is not charged for another',
    ],
    'it is not sent: the refusal of the only provider that could do it comes as the result not_sent',
  ),
  ...each(
    ['a token of another provider is refused before anything is sent'],
    'it is refused as unsupported: no provider of the plan is its issuer',
  ),
  ...each(
    ['an answer about another attempt than was asked for is no success'],
    'the provider knows the attempt by a name that the engine gave it; stands as a test of its own',
  ),
];

/** What PayCross tells at once at the next sending, which the engine keeps for recovery. */
export const deviationsAtPayCross: readonly Deviation[] = [
  ...each(
    [
      'a tokenization that is repeated after a lost answer is done once (defects 1, 2, 3)',
      'a charge that is repeated after a lost answer is done once (defects 1, 2, 3)',
      'an authorization that is repeated after a lost answer is done once (defects 1, 2, 3)',
      'a payout that is repeated after a lost answer is done once (defects 1, 2, 3)',
    ],
    'it is done once, and a repeat stays unknown until the first lookup, which comes after two seconds',
  ),
];

/** Paymega's refund is several requests, the first of which only ask. */
export const deviationsAtPaymega: readonly Deviation[] = [
  ...each(
    ['a refund whose answer was lost gives back once however often it is repeated, and is never said to be undone'],
    'a refund that was not sent is final under its key; the next try takes a key of its own',
  ),
];

function each(promises: readonly string[], reason: string): Deviation[] {
  return promises.map((promise) => ({
    promise,
    reason,
    link: 'docs/decisions/0020-the-engine-keeps-the-contract.md',
    until,
  }));
}
