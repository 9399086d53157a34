import type { CurrencyCode } from '@ducat/core';
import type { Routes, RoutingRule } from '@ducat/router';

const currencies: readonly CurrencyCode[] = ['EUR', 'USD', 'GBP', 'UAH', 'PLN', 'CZK', 'SEK', 'CHF'];
const countries: readonly string[] = ['DE', 'US', 'GB', 'UA', 'PL', 'CZ', 'SE', 'CH'];

/**
 * Rules of a platform with many shops, the same ones for the same count: by shop, currency, amount, card range and
 * country, some of them splits, the last one for everything else.
 */
export function rulesOf(count: number, providers: readonly [string, string]): Routes {
  const rules = Array.from({ length: count - 1 }, (_, index) => rule(index, providers));
  return { version: 1, rules: [...rules, { name: 'everything else', try: [...providers] }] };
}

function rule(index: number, [one, other]: readonly [string, string]): RoutingRule {
  const currency = pick(currencies, index);
  const shop = `shop-${Math.floor(index / 4)}`;
  const name = `rule ${index + 1}`;
  switch (index % 4) {
    case 0:
      return { name, if: { metadata: { shop }, currency, amount: { currency, from: '500.00' } }, try: [one, other] };
    case 1:
      return { name, if: { metadata: { shop }, bin: '551900-559999', currency }, try: [other, one] };
    case 2:
      return {
        name,
        if: { metadata: { shop }, billingCountry: pick(countries, index) },
        split: { [one]: 70, [other]: 30 },
      };
    default:
      return { name, if: { metadata: { shop }, source: 'card' }, prefer: 'success_rate' };
  }
}

/** The shop of a rule somewhere in the list, another one each time; some have no rule. */
export function shopOf(number: number, count: number): string {
  return `shop-${(number * 7919) % Math.ceil(count / 3)}`;
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
