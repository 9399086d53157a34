import { DucatError } from '@ducat/core';

/** What Template cannot do; nothing was sent. */
export function unsupported(path: string, message: string): DucatError {
  const issues = [{ path, message }];
  return new DucatError({ code: 'unsupported', message: `${path}: ${message}`, effect: 'none', issues });
}
