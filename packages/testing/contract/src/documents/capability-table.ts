import type { Provider } from '@ducat/core';
import { currencyCodes, ports, supports } from '@ducat/core';
import { table } from './table.ts';

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

function hours(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '–' : `${milliseconds / 3_600_000} h`;
}

/** What the provider object says of itself, as Markdown. */
export function capabilityTable(provider: Provider): string {
  const { limits } = provider;
  const { currencies, capture, refund, repeat } = limits;
  const usable = currencies === 'any' ? currencyCodes : currencies;
  const unconfirmed = currencyCodes.filter((code) => !usable.includes(code));
  const repeats = Object.entries(repeat).map(([operation, safety]) => `${operation} ${safety}`);
  return table(
    ['capability', 'value'],
    [
      ['ports', ports.filter((port) => supports(provider, port)).join(', ')],
      ['missing ports', ports.filter((port) => !supports(provider, port)).join(', ') || 'none'],
      ['currencies', `${usable.length} of ${currencyCodes.length}`],
      ['currencies to confirm first', unconfirmed.join(' ') || 'none'],
      ['partial capture', capture.partial],
      ['several captures', yesOrNo(capture.multiple)],
      ['partial void', yesOrNo(limits.void.partial)],
      ['partial refund', yesOrNo(refund.partial)],
      ['several refunds', yesOrNo(refund.multiple)],
      ['tokens', limits.tokenize],
      ['repeat with the same reference', repeats.join(', ')],
      ['a repeat is recognised for', hours(limits.replayWindowMilliseconds)],
      ['"not found" is final after', hours(limits.lookupHorizonMilliseconds)],
      ['lookup by reference', limits.lookupByReference.join(', ')],
      ['actions of a challenge', limits.actions.join(', ')],
    ],
  );
}
