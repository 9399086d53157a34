import { DucatError } from '@ducat/core';

/** @throws DucatError `canceled` when nobody wants the operation any more. Nothing was written or sent. */
export function requireWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new DucatError({ code: 'canceled', message: 'canceled before anything was done', effect: 'none' });
}
