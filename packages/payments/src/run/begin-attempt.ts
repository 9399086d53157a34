import type { Operation, Provider } from '@ducat/core';
import type { AttemptBegun } from '../model/event.ts';
import { isFirstOperation } from '../model/operation.ts';
import { NoMoneyMoved } from '../model/proof.ts';
import { referenceOf } from '../request/key.ts';

interface AttemptPlan {
  readonly operation: string;
  readonly kind: Operation;
  readonly provider: Provider;
  readonly at: number;
  readonly deadline: number;
}

/** The first attempt of an operation. */
export function firstAttempt(plan: AttemptPlan): AttemptBegun {
  return begin(plan, 1);
}

/** Another attempt, at another provider: only with the proof that the one before took no money. */
export function nextAttempt(plan: AttemptPlan, before: number, proof: NoMoneyMoved): AttemptBegun {
  if (!NoMoneyMoved.isOf(proof, referenceOf(plan.operation, before))) {
    throw new Error(`there is no proof that attempt ${before} of ${plan.operation} took no money`);
  }
  return { ...begin(plan, before + 1), proof: proof.toString() };
}

function begin({ operation, kind, provider, at, deadline }: AttemptPlan, attempt: number): AttemptBegun {
  const { id, limits, lookup } = provider;
  const { lookupHorizonMilliseconds } = limits;
  const isFindable = lookup !== undefined && limits.lookupByReference.includes(kind);
  const isRepeated = !isFindable && !isFirstOperation(kind) && limits.repeat[kind] !== 'by_state';
  return {
    type: 'attempt_begun',
    at,
    operation,
    attempt,
    provider: id,
    reference: referenceOf(operation, attempt),
    deadline,
    lookupHorizonMilliseconds,
    ...(isRepeated ? { isRepeated } : {}),
    ...(kind === 'tokenize' && limits.tokenize === 'standalone' ? { movesNothing: true } : {}),
  };
}
