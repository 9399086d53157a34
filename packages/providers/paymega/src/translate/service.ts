import type { CurrencyCode } from '@ducat/core';

/** Paymega "Host-to-host integration": the card service of a currency. The pages write its currency in both cases. */
export function paymentService(currency: CurrencyCode): string {
  return `payment_card_${currency.toLowerCase()}_hpp`;
}

/** The sibling labels' payout samples: as the payment service, without `_hpp`. */
export function payoutService(currency: CurrencyCode): string {
  return `payment_card_${currency.toLowerCase()}`;
}
