import type { ContractPromise } from '../promise.ts';
import { details } from './sending/details.ts';
import { disturbed } from './sending/disturbed.ts';
import { disturbedLookup } from './sending/lookup.ts';
import { unconnected } from './sending/unconnected.ts';

/** What was sent and what was not, at every phase of a socket: the ledger is the judge. */
export const sending: readonly ContractPromise[] = [...unconnected, ...disturbed, ...disturbedLookup, ...details];
