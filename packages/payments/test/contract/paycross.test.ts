import { createPayCross } from '@ducat/paycross';
import { account, world } from '@ducat/paycross/contract-world';
import { deviations, deviationsAtPayCross } from './deviations.ts';
import { engineContract } from './engine-contract.ts';

engineContract(
  { world, create: ({ gateway = '' }, setup) => createPayCross({ ...account, ...setup, baseUrl: gateway }) },
  [...deviations, ...deviationsAtPayCross],
);
