import type { ContractPromise } from '../promise.ts';
import { hostileInputs } from './errors/hostile.ts';
import { refusals } from './errors/refusals.ts';
import { requests } from './errors/requests.ts';

/** One class of errors, whose effect is true and whose text is safe. */
export const errors: readonly ContractPromise[] = [...requests, ...hostileInputs, ...refusals];
