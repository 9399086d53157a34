import type { ContractPromise } from '../promise.ts';
import { captures } from './two-steps/capture.ts';
import { holds } from './two-steps/hold.ts';
import { partialCaptures } from './two-steps/partial-capture.ts';
import { voids } from './two-steps/void.ts';

/** Money that is held first and taken or released later. */
export const twoSteps: readonly ContractPromise[] = [...holds, ...captures, ...partialCaptures, ...voids];
