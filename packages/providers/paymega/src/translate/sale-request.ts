import type { Browser, CardSource } from '@ducat/core';
import { toWireBrowser } from './browser.ts';

/** Paymega "Host-to-host integration": the attributes of a sale. A stored card is charged by an empty one. */
export function toWireSale(
  source: CardSource | undefined,
  browser: Browser | undefined,
  ipAddress: string | undefined,
): object {
  if (source === undefined) return {};
  const { card } = source;
  return {
    card_number: card.number,
    card_holder: card.holder,
    cvv: card.securityCode,
    exp_month: String(card.expiryMonth).padStart(2, '0'),
    exp_year: String(card.expiryYear % 100).padStart(2, '0'),
    browser_info: toWireBrowser(browser, ipAddress),
  };
}
