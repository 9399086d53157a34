import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DucatError } from '@ducat/core';
import type { Payments } from '@ducat/payments';
import { Problem } from './problem.ts';

/**
 * Does something with the engine of the merchant's own module, and closes it. The module knows the journal, the
 * providers and their keys; this command knows none of them.
 * @throws Problem when there is no such engine, or it refuses what it was asked.
 */
export async function withPayments(path: string, task: (payments: Payments) => Promise<void>): Promise<void> {
  const payments = await loadPayments(path);
  try {
    await task(payments);
  } catch (error) {
    if (DucatError.is(error)) throw new Problem(error.message);
    throw error;
  } finally {
    await payments.close();
  }
}

async function loadPayments(path: string): Promise<Payments> {
  const exported = await importFrom(path);
  const given: unknown = typeof exported === 'function' ? await (exported as () => unknown)() : exported;
  if (isPayments(given)) return given;
  throw new Problem(`${path}: has to export payments, made by createPayments, or a function that makes it`);
}

async function importFrom(path: string): Promise<unknown> {
  try {
    const module = (await import(pathToFileURL(resolve(path)).href)) as { readonly payments?: unknown };
    return module.payments;
  } catch (error) {
    throw new Problem(`${path}: cannot be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isPayments(value: unknown): value is Payments {
  if (typeof value !== 'object' || value === null) return false;
  const methods = value as Readonly<Record<string, unknown>>;
  return ['reviews', 'decide', 'close'].every((method) => typeof methods[method] === 'function');
}
