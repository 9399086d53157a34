import { statusTable } from '@ducat/adapter-kit';
import type { Decline, DeclineReason, Decliner } from '@ducat/core';
import { declineFor } from '@ducat/core';

const reasonAndDecliner = statusTable<readonly [DeclineReason, Decliner]>(
  {
    insufficient_funds: ['insufficient_funds', 'issuer'],
    do_not_honor: ['do_not_honor', 'issuer'],
    expired_card: ['card_expired', 'issuer'],
    lost_card: ['card_lost_or_stolen', 'issuer'],
    wrong_cvv: ['invalid_security_code', 'issuer'],
    needs_3ds: ['authentication_required', 'issuer'],
    fraud: ['suspected_fraud', 'provider'],
    acquirer_down: ['temporary_failure', 'provider'],
  },
  () => ['unspecified', 'unspecified'],
);

/** Template "Decline codes". */
export function declineOf(code: string | null | undefined): Decline {
  return declineFor(...reasonAndDecliner(code ?? ''));
}
