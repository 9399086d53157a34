import type { ContractPromise } from '../promise.ts';
import { forgedWebhooks } from './webhook/forged.ts';
import { genuineWebhooks } from './webhook/genuine.ts';
import { webhookNames } from './webhook/names.ts';
import { webhookKeys } from './webhook/keys.ts';
import { signedParts } from './webhook/signed-parts.ts';
import { unusableWebhooks } from './webhook/unusable.ts';
import { webhookValues } from './webhook/values.ts';

/** Messages that come by themselves, from anybody. */
export const webhooks: readonly ContractPromise[] = [
  ...genuineWebhooks,
  ...webhookNames,
  ...forgedWebhooks,
  ...signedParts,
  ...webhookKeys,
  ...unusableWebhooks,
  ...webhookValues,
];
