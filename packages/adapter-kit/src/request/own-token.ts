import type { TokenSource } from '@ducat/core';
import { invalidRequest } from '@ducat/core';

/** @throws DucatError `invalid_request` when another provider issued the token: it means nothing here. */
export function requireOwnToken(source: TokenSource, provider: string, path: string): void {
  if (source.token.provider === provider) return;
  throw invalidRequest(
    `${path}.token`,
    `was issued by ${source.token.provider} and can be used there only, not at ${provider}`,
  );
}
