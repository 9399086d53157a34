import type { DucatError } from '@ducat/core';
import { DucatError as DucatErrorClass } from '@ducat/core';
import { onTestFinished } from 'vitest';
import type { Budget, ConnectionOptions, HttpRequest, Transport } from '../../src/index.ts';
import { budgetOf, createUndiciTransport } from '../../src/index.ts';

/** A transport to these origins that is closed when the test is over. */
export function transportTo(origins: readonly string[], options?: ConnectionOptions): Transport {
  const transport = createUndiciTransport(origins, options);
  onTestFinished(() => transport.close());
  return transport;
}

/** A budget of so many milliseconds of real time. */
export function budget(milliseconds: number = 1500, signal?: AbortSignal): Budget {
  return budgetOf(signal === undefined ? {} : { signal }, milliseconds);
}

export function post(origin: string, change: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'POST',
    origin,
    path: '/charge',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    ...change,
  };
}

export function get(origin: string, path: string = '/charge'): HttpRequest {
  return { method: 'GET', origin, path, headers: {} };
}

/** The `DucatError` that a promise rejects with; any other end of it is a failure of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<DucatError> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    if (DucatErrorClass.is(error)) return error;
    throw error;
  }
  throw new Error(`nothing failed: ${JSON.stringify(value)}`);
}
