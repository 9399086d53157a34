import { DucatError } from './ducat-error.ts';

/** The error for one wrong field. The message names the field first, so that a log line is enough to act on. */
export function invalidRequest(path: string, message: string, provider?: string): DucatError {
  return new DucatError({
    code: 'invalid_request',
    message: `${path}: ${message}`,
    effect: 'none',
    issues: [{ path, message }],
    ...(provider === undefined ? {} : { provider }),
  });
}
