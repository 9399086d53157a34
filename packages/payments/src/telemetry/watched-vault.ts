import type { TokenVault } from '../engine.ts';
import { describeError } from './describe-error.ts';
import type { Reporter } from './reporter.ts';

/** The vault, with its failures told. What it throws may quote the token, so only its kind is told. */
export function watchedVault(vault: TokenVault, { report }: Reporter): TokenVault {
  return {
    async save(token, of) {
      try {
        await vault.save(token, of);
      } catch (error) {
        const { provider } = token;
        report('vault_failed', { ...of, error: describeError(error, false) }, { provider });
        throw error;
      }
    },
  };
}
