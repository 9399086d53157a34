/** Why a payment was declined, in one vocabulary for all providers. Unknown words are `unspecified`. */
export type DeclineReason =
  | 'insufficient_funds'
  | 'limit_exceeded'
  | 'do_not_honor'
  | 'card_expired'
  | 'card_lost_or_stolen'
  | 'card_restricted'
  | 'card_not_supported'
  | 'invalid_card_number'
  | 'invalid_expiry'
  | 'invalid_security_code'
  | 'invalid_amount'
  | 'currency_not_supported'
  | 'transaction_not_permitted'
  | 'authentication_required'
  | 'authentication_failed'
  | 'suspected_fraud'
  | 'abandoned'
  | 'expired'
  | 'canceled'
  | 'duplicate'
  | 'temporary_failure'
  | 'provider_failure'
  | 'unspecified';

/** Who said no, as far as the provider tells. */
export type Decliner = 'issuer' | 'provider' | 'customer' | 'unspecified';

/** What is worth trying after a decline with this reason. */
export interface DeclineAdvice {
  /** Whether another provider may approve the same card and amount. Where the card itself is refused it cannot. */
  readonly anotherProviderMayHelp: boolean;
  /** Whether the same card can ever be approved: `never`, `later` unchanged, or `after_correction` of what was given. */
  readonly sameCard: 'never' | 'later' | 'after_correction';
}

/** A final no: no money moved. */
export interface Decline extends DeclineAdvice {
  readonly reason: DeclineReason;
  readonly by: Decliner;
}

const advice: Readonly<Record<DeclineReason, readonly [another: boolean, card: DeclineAdvice['sameCard']]>> = {
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

/** A decline with the advice that belongs to its reason, so that every adapter gives the same. */
export function declineFor(reason: DeclineReason, by: Decliner): Decline {
  const [anotherProviderMayHelp, sameCard] = advice[reason];
  return { reason, by, anotherProviderMayHelp, sameCard };
}
