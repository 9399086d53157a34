import { DucatError } from '@ducat/core';
import type { HttpResponse } from './send.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The JSON value of the bytes, or `undefined`. The bank writes JSON without spaces, each key once and no numbers that
 * JavaScript would round: what does not come out the same again was not written by it.
 */
export function readJson(body: Uint8Array): unknown {
  try {
    const text = utf8.decode(body);
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value of a success; a refusal that can be read is thrown with effect `none`, all else with `possible`. */
export function readAnswer(
  { status, headers, body }: HttpResponse,
  provider: string,
  read: (body: Uint8Array) => unknown,
): unknown {
  const isPlain = headers['content-encoding'] === undefined || headers['content-encoding'] === 'identity';
  const value = isPlain ? read(body) : undefined;
  if ((status === 200 || status === 201) && value !== undefined) return value;
  const { code, message } = (value as { error?: { code?: unknown; message?: unknown } } | undefined)?.error ?? {};
  throw refusalOf(status, String(code), { provider, said: quotable(message) });
}

// The bank's text may repeat what was sent, in any encoding: only plain words are quoted.
function quotable(message: unknown): string {
  const isProse =
    typeof message === 'string' && message.length <= 200 && /^[A-Za-z]{1,15}(?:,? [A-Za-z]{1,15})*\.?$/.test(message);
  return isProse ? `: ${message}` : '';
}

function refusalOf(status: number, code: string, { provider, said }: { provider: string; said: string }): DucatError {
  const error = (to: DucatError['code'], text: string, effect: 'none' | 'possible'): DucatError => {
    const retry = effect === 'possible' ? 'after_lookup' : to === 'rate_limited' ? 'safe' : 'never';
    const raw = { httpStatus: String(status) };
    return new DucatError({ code: to, message: text + said, effect, retry, provider, raw });
  };
  switch (`${status} ${code}`) {
    case '401 unauthorized':
      return error('authentication_failed', 'the bank does not know the API key', 'none');
    case '404 not_found':
      return error('not_found', 'the bank does not know what the request names', 'none');
    case '409 impossible':
      return error('refused', 'the bank refused: the transaction does not allow it', 'none');
    case '409 key_reused':
      return error('duplicate', 'the reference belongs to another request', 'possible');
    case '422 invalid':
      return error('invalid_request', 'the bank refused a field of the request', 'none');
    case '429 too_many':
      return error('rate_limited', 'too many requests', 'none');
    default:
      return error('unexpected_response', `the answer cannot be understood (HTTP ${status})`, 'possible');
  }
}
