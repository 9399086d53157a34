import { capabilityMutants } from './capabilities.ts';
import { challengeMutants } from './challenge.ts';
import { deadlineMutants } from './deadlines.ts';
import { errorMutants } from './errors.ts';
import { hostileMutants } from './hostile.ts';
import { idempotencyMutants } from './idempotency.ts';
import { lookupMutants } from './lookup.ts';
import { moneyMutants } from './money.ts';
import type { Mutant } from './mutant.ts';
import { outcomeMutants } from './outcomes.ts';
import { payoutMutants } from './payouts.ts';
import { refundMutants } from './refunds.ts';
import { relayMutants } from './relayed-answers.ts';
import { secretMutants } from './secrets.ts';
import { sendingMutants } from './sending.ts';
import { tokenMutants } from './tokens.ts';
import { twoStepMutants } from './two-steps.ts';
import { newsMutants } from './webhook-news.ts';
import { webhookPartMutants } from './webhook-parts.ts';
import { webhookMutants } from './webhook.ts';

/** Every mutant, in the order of the promises. */
export const mutants: readonly Mutant[] = [
  ...capabilityMutants,
  ...outcomeMutants,
  ...sendingMutants,
  ...idempotencyMutants,
  ...deadlineMutants,
  ...errorMutants,
  ...twoStepMutants,
  ...refundMutants,
  ...payoutMutants,
  ...tokenMutants,
  ...challengeMutants,
  ...relayMutants,
  ...lookupMutants,
  ...newsMutants,
  ...webhookMutants,
  ...webhookPartMutants,
  ...moneyMutants,
  ...secretMutants,
  ...hostileMutants,
];
