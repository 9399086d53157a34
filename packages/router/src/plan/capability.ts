import type { ProviderCapabilities } from '../capabilities.ts';
import type { RoutingFacts } from '../facts.ts';

/** Says why a provider cannot do what is asked; `undefined` when it can. */
export type WhyIncapable = (facts: RoutingFacts) => string | undefined;

export function compileCapability({ ports, limits }: ProviderCapabilities): WhyIncapable {
  const has = new Set<string>(ports);
  const currencies = limits.currencies === 'any' ? undefined : new Set<string>(limits.currencies);
  const { sources, tokenize } = limits;
  return ({ operation, currency, source, mayPayForToken, storesCard }) => {
    if (!has.has(operation)) return `left out: cannot ${operation}`;
    if (currencies?.has(currency) === false) return `left out: does not take ${currency}`;
    if (sources?.includes(source) === false) return `left out: ${cannotTake[source]}`;
    if (operation === 'tokenize') {
      if (tokenize === 'never') return 'left out: issues no tokens';
      if (tokenize === 'on_payment' && !mayPayForToken)
        return 'left out: issues tokens only with a payment, which the request does not allow';
    }
    return storesCard && tokenize === 'never' ? 'left out: issues no tokens, and one is asked for' : undefined;
  };
}

const cannotTake: Readonly<Record<RoutingFacts['source'], string>> = {
  card: 'does not take card data',
  token: 'does not take tokens',
  hosted: 'has no payment page',
};
