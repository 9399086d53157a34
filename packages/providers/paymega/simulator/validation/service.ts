import type { ObjectReader } from './object-reader.ts';

export function readCurrency(attributes: ObjectReader, allowed: readonly string[]): string | undefined {
  if (!attributes.require('currency')) return undefined;
  const currency = attributes.text('currency');
  if (currency === undefined || allowed.includes(currency)) return currency;
  return attributes.reject('currency', 'invalid_currency', 'This value is not a valid currency.');
}

/** Payments use `payment_card_usd_hpp`, payouts drop the last part; the pages vary its letter case. */
export function readService(
  attributes: ObjectReader,
  currency: string | undefined,
  suffix: '_hpp' | '',
): string | undefined {
  if (!attributes.require('service')) return undefined;
  const service = attributes.text('service')?.toLowerCase();
  if (service === undefined || currency === undefined) return undefined;
  if (service === `payment_card_${currency.toLowerCase()}${suffix}`) return service;
  return attributes.reject('service', 'invalid_service', 'This service is not available for this currency.');
}
