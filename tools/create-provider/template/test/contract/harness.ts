import type { Harness } from '@ducat/contract';
import { createTemplate } from '@ducat/template';
import { account, world } from './world.ts';

export const harness: Harness = {
  world,
  create: ({ api = '' }, setup) => createTemplate({ ...account, ...setup, baseUrl: api }),
  forgeable: ['', ' '].map((webhookSecret) => () => createTemplate({ ...account, webhookSecret })),
};
