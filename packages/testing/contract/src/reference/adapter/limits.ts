import type { CurrencyCode, Operation, ProviderLimits } from '@ducat/core';
import { currencyCodes } from '@ducat/core';

/** Ariary and ouguiya have fifths: what a bank means by their minor unit is anybody's guess. */
export const currencies: readonly CurrencyCode[] = currencyCodes.filter((code) => code !== 'MGA' && code !== 'MRU');

const operations: readonly Operation[] = ['tokenize', 'charge', 'authorize', 'capture', 'void', 'refund', 'payout'];

export const limits: ProviderLimits = {
  currencies,
  capture: { partial: 'always', multiple: true },
  void: { partial: false },
  refund: { partial: true, multiple: true },
  tokenize: 'standalone',
  repeat: Object.fromEntries(operations.map((operation) => [operation, 'replayed'])),
  replayWindowMilliseconds: 24 * 3_600_000,
  lookupHorizonMilliseconds: 60_000,
  lookupByReference: operations,
  actions: ['redirect', 'form_post'],
};
