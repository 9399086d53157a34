import type { ContractPromise } from '../promise.ts';
import { asking } from './deadlines/asking.ts';
import { cancel } from './deadlines/cancel.ts';
import { total } from './deadlines/total.ts';

/** A call ends when its caller said, once, and tells what is known by then. */
export const deadlines: readonly ContractPromise[] = [...total, ...cancel, ...asking];
