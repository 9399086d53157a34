// The platform's test connector: which cards it approves, and the expiry dates that choose how a card
// fails. Names follow its 2021 list.

export const publishedCards = {
  approved: '5519283812030000',
  approvedAfterChallenge: '5123817234060000',
  declined: '4302912837020000',
  declinedAfterChallenge: '4412397212080000',
} as const;

/** On a card that is otherwise approved, this expiry leaves the payment pending. */
export const pendingExpiry = { month: '07', year: '77' } as const;

export const declineResolutions: Readonly<Record<string, string>> = {
  '0856': 'access_denied',
  '0755': 'error',
  '0654': 'provider_error',
  '0553': 'unknown',
  '0452': 'duplicated_transaction',
  '0351': 'auth_fatal_error',
  '0250': 'unable_to_determine_3ds_enrolment',
  '0149': 'card_is_3ds_enrolled',
  '1248': 'card_is_not_3ds_enrolled',
  '1147': 'issuer_decline',
  '1046': 'client_auth_failed',
  '0945': 'provider_fatal_error',
  '0844': 'invalid_details',
  '0743': 'invalid_pin',
  '0642': 'antifraud_error',
  '0541': 'invalid_card',
  '0440': 'fatal_error',
  '0339': 'unable_to_reconcile',
  '0238': 'invalid_amount',
  '0137': 'limit_violation',
  '1236': 'functionality_is_not_permitted',
  '1135': 'invalid_request',
  '1034': 'lost_or_stolen_card',
  '0933': 'declined',
  '0832': 'invalid_otp',
  '0731': 'invalid_3ds_code',
  '0630': 'invalid_card_status',
  '0529': 'insufficient_funds',
  '0428': 'card_expired',
  '0327': 'invalid_cvv',
  '0226': 'invalid_pan',
  '0125': 'invalid_credentials',
};

export const otherDeclineResolution = 'general_fatal_error';
