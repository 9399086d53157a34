import { createPaymega } from '@ducat/paymega';
import { account, world } from '../../../providers/paymega/test/contract/world.ts';
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
