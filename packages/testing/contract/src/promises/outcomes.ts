import type { ContractPromise } from '../promise.ts';
import { results } from './outcomes/results.ts';
import { words } from './outcomes/words.ts';

/** Each answer of the provider has its one outcome, and an unknown word has none of the definite ones. */
export const outcomes: readonly ContractPromise[] = [...results, ...words];
