import { statusTable } from '@ducat/adapter-kit';
import type { Decline, DeclineReason, Decliner } from '@ducat/core';
import { declineFor } from '@ducat/core';

const reasonAndDecliner = statusTable<readonly [DeclineReason, Decliner]>(
  {
    funds: ['insufficient_funds', 'issuer'],
    limit: ['limit_exceeded', 'issuer'],
    stolen: ['card_lost_or_stolen', 'issuer'],
    blocked: ['card_restricted', 'issuer'],
    fraud: ['suspected_fraud', 'provider'],
    bank_silent: ['temporary_failure', 'issuer'],
  },
  () => ['unspecified', 'unspecified'],
);

/** API page "Checkouts": reasons. */
export function declineOf(reason: string | null | undefined): Decline {
  return declineFor(...reasonAndDecliner(reason ?? ''));
}
