import { contract, reportOn } from '@ducat/contract';
import { createPayCross } from '@ducat/paycross';
import { describe, test } from 'vitest';
import { account, world } from './contract/world.ts';

contract(
  {
    world,
    create: ({ gateway = '' }, setup) => createPayCross({ ...account, ...setup, baseUrl: gateway }),
    forgeable: [{ webhookPublicKey: '' }, { webhookPublicKey: 'a key' }, { secretKey: '' }, { secretKey: ' ' }].map(
      (wrong) => () => createPayCross({ ...account, ...wrong }),
    ),
  },
  { describe, test },
  {
    report: reportOn({
      page: new URL('../../../../docs/providers/paycross.md', import.meta.url),
      json: new URL('../dist/contract.json', import.meta.url),
    }),
  },
);
