import type { Operation } from '@ducat/core';

/** Operations that begin a payment and are routed. */
export type FirstOperation = 'tokenize' | 'charge' | 'authorize' | 'payout';

/** Operations on a payment that exists. */
export type FollowingOperation = Exclude<Operation, FirstOperation>;

/** What a following operation acts on: a transaction of one provider. */
export interface Target {
  readonly provider: string;
  readonly providerReference: string;
}

const firstOperations: ReadonlySet<Operation> = new Set<Operation>(['tokenize', 'charge', 'authorize', 'payout']);

export function isFirstOperation(operation: Operation): operation is FirstOperation {
  return firstOperations.has(operation);
}
