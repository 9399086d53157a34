import type { Operation, ProviderLimits } from '@ducat/core';

/** Captures and voids carry no reference, and a refund's own is not in what a lookup returns. */
export const lookupByReference: readonly Operation[] = ['tokenize', 'charge', 'authorize', 'payout'];

export const limits: ProviderLimits = {
  currencies: 'any',
  // Whether an authorization can be captured in several parts, no page says; the invoice is processed after one.
  capture: { partial: 'when_announced', multiple: false },
  void: { partial: false },
  refund: { partial: true, multiple: true },
  tokenize: 'on_payment',
  repeat: {
    tokenize: 'refused',
    charge: 'refused',
    authorize: 'refused',
    capture: 'by_state',
    void: 'by_state',
    refund: 'refused',
    payout: 'refused',
  },
  lookupHorizonMilliseconds: 60 * 60 * 1000,
  lookupByReference,
  actions: ['redirect', 'form_post'],
};
