import { createPaymega } from '@ducat/paymega';
import { account, world } from '@ducat/paymega/contract-world';
import { deviations, deviationsAtPaymega } from './deviations.ts';
import { engineContract } from './engine-contract.ts';

engineContract(
  {
    world,
    create: ({ api = '', cardgate = '' }, setup) =>
      createPaymega({ ...account, ...setup, baseUrl: api, cardgateUrl: cardgate }),
  },
  [...deviations, ...deviationsAtPaymega],
);
