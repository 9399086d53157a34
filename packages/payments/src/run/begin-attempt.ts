import type { Provider } from '@ducat/core';
import type { AttemptBegun } from '../model/event.ts';
import type { NoMoneyMoved } from '../model/proof.ts';
import { referenceOf } from '../request/key.ts';

interface AttemptPlan {
  readonly operation: string;
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
  return { ...begin(plan, before + 1), proof: proof.toString() };
}

function begin({ operation, provider, at, deadline }: AttemptPlan, attempt: number): AttemptBegun {
  return {
    type: 'attempt_begun',
    at,
    operation,
    attempt,
    provider: provider.id,
    reference: referenceOf(operation, attempt),
    deadline,
    lookupHorizonMilliseconds: provider.limits.lookupHorizonMilliseconds,
  };
}
