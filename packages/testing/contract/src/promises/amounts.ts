import type { CurrencyCode } from '@ducat/core';
import { Money, currencyCodes, currencyExponent } from '@ducat/core';
import { NotProvable } from '../promise.ts';
import type { Stage } from '../stage.ts';

/** An amount in the currency that promises use where any would do. */
export function usd(amount: string): Money {
  return Money.parse(amount, 'USD');
}

/** An id of the same form, which the provider has not given to anything. */
export function anotherId(id: string): string {
  const change = (character: string): string => {
    if (/\d/.test(character)) return String(9 - Number(character));
    return character.toLowerCase() === 'a' ? 'b' : 'a';
  };
  return id.slice(0, -4) + id.slice(-4).replace(/[0-9A-Za-z]/g, change);
}

/** Every currency that `limits.currencies` names. */
export function currenciesOf({ provider }: Stage): readonly CurrencyCode[] {
  const { currencies } = provider.limits;
  return currencies === 'any' ? currencyCodes : currencies;
}

/** A currency that the provider takes beside the one of `usd`, with as many digits. */
export function otherCurrency(stage: Stage): CurrencyCode {
  const found = currenciesOf(stage).find((code) => code !== 'USD' && currencyExponent(code) === 2);
  if (found === undefined) throw new NotProvable('currencies.other');
  return found;
}
