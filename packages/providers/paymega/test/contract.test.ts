import { contract, reportOn } from '@ducat/contract';
import { createPaymega } from '@ducat/paymega';
import { describe, test } from 'vitest';
import { account, world } from './contract/world.ts';

contract(
  {
    world,
    create: ({ api = '', cardgate = '' }, setup) =>
      createPaymega({ ...account, ...setup, baseUrl: api, cardgateUrl: cardgate }),
    forgeable: [{}, { test: '' }, { live: ' ' }].map((privateKeys) => () => createPaymega({ ...account, privateKeys })),
  },
  { describe, test },
  {
    report: reportOn({
      page: new URL('../../../../docs/providers/paymega.md', import.meta.url),
      json: new URL('../dist/contract.json', import.meta.url),
    }),
  },
);
