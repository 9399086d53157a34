import type { ContractPromise } from '../promise.ts';
import { life } from './capabilities/life.ts';
import { limits } from './capabilities/limits.ts';
import { presence } from './capabilities/ports.ts';
import { unsupported } from './capabilities/unsupported.ts';

/** What a provider is, before it is asked for money. */
export const capabilities: readonly ContractPromise[] = [...presence, ...limits, ...life, ...unsupported];
