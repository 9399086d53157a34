import { claims } from './variants/claims.ts';
import { evidence } from './variants/evidence.ts';
import { following } from './variants/following.ts';
import { keys } from './variants/keys.ts';
import { recovery } from './variants/recovery.ts';
import { webhooks } from './variants/webhooks.ts';
import type { Variant } from './variant.ts';

/** Every way in which the engine is broken on purpose. */
export const allVariants: readonly Variant[] = [
  ...keys,
  ...claims,
  ...evidence,
  ...webhooks,
  ...recovery,
  ...following,
];

/** The library as it is: no invariant may notice anything. */
export const control: Variant = { name: 'the library as it is', patches: [], caughtBy: [] };
