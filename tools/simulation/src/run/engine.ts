import { pathToFileURL } from 'node:url';
import type { CreatePayments } from '../process/process.ts';

/** The engine of a module, by its package or its path. */
export async function engineOf(specifier: string): Promise<CreatePayments> {
  const address = specifier.startsWith('/') || specifier.startsWith('.') ? pathToFileURL(specifier).href : specifier;
  const module = (await import(address)) as { readonly createPayments?: CreatePayments };
  if (typeof module.createPayments !== 'function') throw new TypeError(`${specifier} exports no createPayments`);
  return module.createPayments;
}
