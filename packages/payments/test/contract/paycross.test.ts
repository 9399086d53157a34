import { createPayCross } from '@ducat/paycross';
import { account, world } from '../../../providers/paycross/test/contract/world.ts';
import { deviations, deviationsAtPayCross } from './deviations.ts';
import { engineContract } from './engine-contract.ts';

engineContract(
  { world, create: ({ gateway = '' }, setup) => createPayCross({ ...account, ...setup, baseUrl: gateway }) },
  [...deviations, ...deviationsAtPayCross],
);
