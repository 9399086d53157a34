import type { CardToken } from '@ducat/core';
import type { Engine } from '../engine.ts';
import type { EvidenceFound } from '../model/event.ts';
import { within } from './within.ts';

/**
 * Hands a token to the vault. A vault that fails must not keep what is known about money from being written, so it is
 * written that the token is missing, and recovery asks the provider for it again.
 */
export async function keepToken(
  engine: Engine,
  token: CardToken | undefined,
  of: { readonly payment: string; readonly key: string },
): Promise<EvidenceFound['token']> {
  const { vault, clock, limits } = engine;
  if (token === undefined || vault === undefined) return undefined;
  try {
    await within(engine, clock.now() + limits.attemptMilliseconds, async () => await vault.save(token, of));
    return 'kept';
  } catch {
    return 'missing';
  }
}
