import type { Choice, Choose } from './choose.ts';
import { chosenBy } from './choose.ts';

/** Providers in the order in which the rule names them. */
export function chooseInOrder(rule: string, named: readonly number[], ids: readonly string[]): Choose {
  const choices = named.map((provider, place): Choice => {
    const how = `number ${place + 1} of ${named.length}`;
    return { provider, line: chosenBy(rule, ids[provider] ?? '', how) };
  });
  return (_, free) => choices.filter(({ provider }) => free.includes(provider));
}
