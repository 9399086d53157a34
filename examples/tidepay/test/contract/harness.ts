import type { Harness } from '@ducat/contract';
import { createTidepay } from '@ducat/tidepay';
import { account, world } from './world.ts';

export const harness: Harness = {
  world,
  create: ({ api = '' }, setup) => createTidepay({ ...account, ...setup, baseUrl: `${api}/v3` }),
  forgeable: ['', ' '].map((noticeSecret) => () => createTidepay({ ...account, noticeSecret })),
};
