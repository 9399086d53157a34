import type { Port, Provider } from '@ducat/core';
import { supports } from '@ducat/core';

/** Several ways to the same thing: the ports of one of them are enough. */
export interface Ways {
  readonly ways: readonly (readonly Port[])[];
}

/** What a promise needs of a provider. */
export type Need = Port | Ways;

/** A payment, for promises to which it is all the same whether the amount is taken or only held. */
export const paying: Ways = { ways: [['charge'], ['authorize']] };

/** Money that is taken, in one step or in two: there is nothing else to be given back. */
export const taking: Ways = { ways: [['charge'], ['authorize', 'capture']] };

/** Whether the provider has what is needed. */
export function meets(provider: Provider, needs: readonly Need[]): boolean {
  return lacking(provider, needs).length === 0;
}

/** What the provider does not have of it, in words. */
export function lacking(provider: Provider, needs: readonly Need[]): readonly string[] {
  return needs.filter((need) => !waysTo(need).some((ports) => supports(provider, ...ports))).map(wordsFor);
}

function waysTo(need: Need): Ways['ways'] {
  return typeof need === 'string' ? [[need]] : need.ways;
}

function wordsFor(need: Need): string {
  return waysTo(need)
    .map((ports) => ports.join(' and '))
    .join(' or ');
}
