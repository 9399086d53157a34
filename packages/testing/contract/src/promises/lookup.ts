import type { ContractPromise } from '../promise.ts';
import { contradictingLookups } from './lookup/contradictions.ts';
import { failingLookups } from './lookup/failing.ts';
import { foundPayments } from './lookup/found.ts';
import { lookupsOfOperations } from './lookup/operations.ts';

/** Asking what became of it. */
export const lookups: readonly ContractPromise[] = [
  ...foundPayments,
  ...lookupsOfOperations,
  ...failingLookups,
  ...contradictingLookups,
];
