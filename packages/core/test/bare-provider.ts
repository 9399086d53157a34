import type { Provider } from '../src/index.ts';

/** A provider with no ports at all. */
export const bareProvider: Provider = {
  id: 'bare',
  limits: {
    currencies: 'any',
    capture: { partial: 'never', multiple: false },
    void: { partial: false },
    refund: { partial: false, multiple: false },
    tokenize: 'standalone',
    repeat: {},
    lookupHorizonMilliseconds: 0,
    lookupByReference: [],
    actions: [],
  },
  close: () => Promise.resolve(),
};
