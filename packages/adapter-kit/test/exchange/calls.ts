import type { DucatError } from '@ducat/core';
import { DucatError as DucatErrorClass } from '@ducat/core';
import type { Call, Encoded, ErrorReader, JsonExchange } from '../../src/index.ts';
import { createJsonExchange, startCall } from '../../src/index.ts';
import { budget, transportTo } from '../transport/sending.ts';

export const authorization: Encoded = { text: 'Basic abc', secrets: ['the-key'] };

/** Understands `{ "refused": "..." }` and nothing else. */
const readRefusal: ErrorReader = (_status, body): DucatError | undefined => {
  const refused = (body as { refused?: string } | undefined)?.refused;
  return refused === undefined ? undefined : new DucatErrorClass({ code: 'refused', message: refused, effect: 'none' });
};

export function exchangeWith(origin: string, path: string = ''): JsonExchange {
  return createJsonExchange(transportTo([origin]), origin + path, readRefusal);
}

/** A call as a port would start it. */
export function anyCall(milliseconds?: number): Call {
  return startCall('paytest', 'attempt-1', budget(milliseconds));
}
