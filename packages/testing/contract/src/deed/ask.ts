import type { LookupResult, Outcome, Port, Provider } from '@ducat/core';
import { strict as assert } from 'node:assert';

/** Calls a port with whatever it is given, as code without types would. */
export async function ask(provider: Provider, port: Port, request: unknown, context?: unknown): Promise<unknown> {
  const method = provider[port] as ((request: unknown, context: unknown) => Promise<unknown>) | undefined;
  assert(method, `the provider has no port ${port}`);
  return inTime(method.call(provider, request, context));
}

/** The same, for the ports that answer with an outcome. */
export async function askFor(provider: Provider, port: Port, request: unknown, context?: unknown): Promise<Outcome> {
  return (await ask(provider, port, request, context)) as Outcome;
}

export async function askLookup(provider: Provider, request: unknown, context?: unknown): Promise<LookupResult> {
  return (await ask(provider, 'lookup', request, context)) as LookupResult;
}

const patience = 4000;

/** A call that does not end is a broken promise, and not a test that does not end. */
async function inTime<Result>(call: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const failure = new assert.AssertionError({ message: `the call did not end within ${patience} ms` });
    timer = setTimeout(() => reject(failure), patience);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
