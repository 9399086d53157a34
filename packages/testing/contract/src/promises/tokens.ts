import type { ContractPromise } from '../promise.ts';
import { tokenBinding } from './tokens/binding.ts';
import { tokenIssuing } from './tokens/issuing.ts';
import { tokenPayments } from './tokens/paying.ts';

/** Cards that the provider keeps. */
export const tokens: readonly ContractPromise[] = [...tokenIssuing, ...tokenBinding, ...tokenPayments];
