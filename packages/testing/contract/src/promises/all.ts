import type { ContractPromise } from '../promise.ts';
import { challenges } from './challenge.ts';
import { idempotency } from './idempotency.ts';
import { capabilities } from './capabilities.ts';
import { deadlines } from './deadlines.ts';
import { lookups } from './lookup.ts';
import { errors } from './errors.ts';
import { money } from './money.ts';
import { hostile } from './hostile.ts';
import { outcomes } from './outcomes.ts';
import { secrets } from './secrets.ts';
import { payouts } from './payouts.ts';
import { refunds } from './refunds.ts';
import { tokens } from './tokens.ts';
import { twoSteps } from './two-steps.ts';
import { webhooks } from './webhook.ts';
import { sending } from './sending.ts';

/** Every promise of the contract, in the order of the report. */
export const promises: readonly ContractPromise[] = [
  ...capabilities,
  ...outcomes,
  ...sending,
  ...idempotency,
  ...deadlines,
  ...errors,
  ...twoSteps,
  ...refunds,
  ...payouts,
  ...tokens,
  ...challenges,
  ...lookups,
  ...webhooks,
  ...money,
  ...secrets,
  ...hostile,
];
