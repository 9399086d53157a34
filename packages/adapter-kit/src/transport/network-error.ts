import { DucatError } from '@ducat/core';

/**
 * What a failed exchange means. The original error is not kept as the cause: parser errors quote the response, and a
 * hostile response can quote the request.
 */
export function networkError(error: Error, begun: boolean): DucatError {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const raw = { network: code };
  if (begun) {
    const garbled = error.name === 'HTTPParserError' || code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW';
    return new DucatError({
      code: garbled ? 'unexpected_response' : 'connection_lost',
      message: garbled
        ? `the answer is not HTTP (${code})`
        : `the connection broke after the request was begun (${code})`,
      effect: 'possible',
      raw,
    });
  }
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED') {
    const message =
      'the request cannot be written: its path or a header holds characters that HTTP does not allow there';
    return new DucatError({ code: 'invalid_request', message, effect: 'none', raw });
  }
  return new DucatError({
    code: 'connection_failed',
    message: `no connection to the provider (${code})`,
    effect: 'none',
    retry: 'safe',
    raw,
  });
}
