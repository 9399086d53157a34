import type { CurrencyCode, Operation, ProviderLimits } from '@ducat/core';
import { currencyCodes } from '@ducat/core';
import type { CurrencyExponents } from './money.ts';
import { disputedCurrencies } from './money.ts';

/** Captures, voids and refunds carry no tracking id. */
export const lookupByReference: readonly Operation[] = ['tokenize', 'charge', 'authorize', 'payout'];

const day = 24 * 60 * 60 * 1000;

export function limitsOf(confirmed: CurrencyExponents): ProviderLimits {
  const isUsable = (code: CurrencyCode): boolean => !disputedCurrencies.includes(code) || confirmed[code] !== undefined;
  return {
    currencies: currencyCodes.filter(isUsable),
    // The hosted checkout is another API of PayCross.
    sources: ['card', 'token'],
    capture: { partial: 'always', multiple: true },
    void: { partial: true },
    refund: { partial: true, multiple: true },
    tokenize: 'standalone',
    repeat: {
      tokenize: 'replayed',
      charge: 'replayed',
      authorize: 'replayed',
      capture: 'replayed',
      void: 'replayed',
      refund: 'replayed',
      payout: 'replayed',
    },
    replayWindowMilliseconds: day,
    lookupHorizonMilliseconds: 60 * 60 * 1000,
    lookupByReference,
    actions: ['redirect', 'form_post', 'wait'],
  };
}
