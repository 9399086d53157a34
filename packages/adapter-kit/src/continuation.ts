import { DucatError, invalidRequest } from '@ducat/core';
import type { ZodType } from 'zod';

const prefix = 'ducat-continuation.1.';
const longest = 8192;

/**
 * A continuation: what another process needs to go on with a payment, as one string fit for a database column or a
 * cookie. It is readable and holds no secret; whoever reads it back must check what it says.
 *
 * @throws DucatError `unexpected_response` when it would be longer than what can be read back, which is due to what the
 * provider sent.
 */
export function writeContinuation(data: Readonly<Record<string, string | boolean | undefined>>): string {
  const continuation = prefix + Buffer.from(JSON.stringify(data), 'utf8').toString('base64url');
  if (continuation.length <= longest) return continuation;
  const message = `what is needed to go on with the payment does not fit into ${longest} characters`;
  throw new DucatError({ code: 'unexpected_response', message, effect: 'possible' });
}

/** @throws DucatError `invalid_request`, path `continuation`, when it is not one that the schema describes. */
export function readContinuation<Data>(schema: ZodType<Data>, continuation: string): Data {
  if (typeof continuation === 'string' && continuation.length <= longest && continuation.startsWith(prefix)) {
    const result = schema.safeParse(parse(continuation.slice(prefix.length)));
    if (result.success) return result.data;
  }
  throw invalidRequest('continuation', 'must be the string that came with action_required from this provider');
}

function parse(encoded: string): unknown {
  try {
    const text = Buffer.from(encoded, 'base64url').toString('utf8');
    // Decoding skips what is not base64url and what is not UTF-8: another string could pass for the same continuation.
    return Buffer.from(text, 'utf8').toString('base64url') === encoded ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
