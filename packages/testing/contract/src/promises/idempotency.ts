import type { ContractPromise } from '../promise.ts';
import { reference } from './idempotency/reference.ts';
import { repeats } from './idempotency/repeats.ts';

/** One attempt, one movement of money: by the reference on the wire, and by what repeats do to the books. */
export const idempotency: readonly ContractPromise[] = [...reference, ...repeats];
