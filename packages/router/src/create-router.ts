import type { Provider } from '@ducat/core';
import { supports } from '@ducat/core';
import type { Router } from './router.ts';

/** What a router is made of. */
export interface RouterSettings {
  readonly providers: readonly Provider[];
}

/** Tries every provider that has the port, in the order given. */
export function createRouter({ providers }: RouterSettings): Router {
  return {
    plan({ operation }) {
      const lines = providers.map((provider) => {
        const chosen = supports(provider, operation);
        return { provider: provider.id, chosen, reason: chosen ? 'in the order given' : `cannot ${operation}` };
      });
      return { candidates: lines.filter(({ chosen }) => chosen).map(({ provider }) => provider), lines };
    },
    record() {},
  };
}
