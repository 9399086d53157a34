import { statusTable } from '@ducat/adapter-kit';
import type { Decline, DeclineReason, Decliner } from '@ducat/core';
import { declineFor } from '@ducat/core';
import type { Transaction } from '../wire/transaction.ts';

/** PayCross "Processing codes": `F.` and four digits. Codes of acquirers (`bank_code`) differ and are not read. */
const meanings: Readonly<Record<string, readonly [DeclineReason, Decliner]>> = {
  'f.0100': ['card_restricted', 'issuer'],
  'f.0101': ['invalid_card_number', 'issuer'],
  'f.0102': ['provider_failure', 'provider'],
  'f.0103': ['provider_failure', 'provider'],
  'f.0104': ['transaction_not_permitted', 'provider'],
  'f.0105': ['do_not_honor', 'issuer'],
  'f.0106': ['provider_failure', 'provider'],
  'f.0107': ['provider_failure', 'provider'],
  'f.0108': ['duplicate', 'provider'],
  'f.0109': ['expired', 'provider'],
  'f.0110': ['provider_failure', 'provider'],
  'f.0111': ['card_expired', 'issuer'],
  'f.0112': ['invalid_security_code', 'issuer'],
  'f.0113': ['currency_not_supported', 'provider'],
  'f.0114': ['insufficient_funds', 'issuer'],
  'f.0115': ['suspected_fraud', 'provider'],
  'f.0116': ['card_lost_or_stolen', 'issuer'],
  'f.0117': ['temporary_failure', 'provider'],
  'f.0118': ['provider_failure', 'provider'],
  'f.0119': ['temporary_failure', 'issuer'],
  'f.0120': ['provider_failure', 'issuer'],
  'f.0121': ['temporary_failure', 'provider'],
  'f.0122': ['provider_failure', 'provider'],
  'f.0123': ['limit_exceeded', 'issuer'],
  'f.0124': ['limit_exceeded', 'issuer'],
  'f.0125': ['limit_exceeded', 'issuer'],
  'f.0126': ['invalid_card_number', 'provider'],
  'f.0127': ['invalid_card_number', 'provider'],
  'f.0128': ['provider_failure', 'provider'],
  'f.0129': ['authentication_failed', 'provider'],
  'f.0130': ['authentication_failed', 'issuer'],
  'f.0131': ['authentication_failed', 'customer'],
  'f.0132': ['canceled', 'customer'],
  'f.0134': ['authentication_failed', 'customer'],
  // The one that is still running may be an earlier try of the same payment.
  'f.0135': ['duplicate', 'provider'],
  'f.0996': ['authentication_failed', 'unspecified'],
  'f.0998': ['abandoned', 'customer'],
};

/** Results of the authentication: no, rejected, unavailable. */
const failedResults: ReadonlySet<string> = new Set(['N', 'R', 'U']);

const byCode = statusTable<readonly [DeclineReason, Decliner]>(meanings, () => ['unspecified', 'unspecified']);

/** Why a failed transaction failed. Answers of version 2 may come without a code; then 3-D Secure alone tells something. */
export function declineOf(transaction: Transaction): Decline {
  const { code, three_d_secure_verification: verification } = transaction;
  if (typeof code === 'string') return declineFor(...byCode(code));
  // Its `status` only repeats that of the transaction, whoever declined.
  return failedResults.has(verification?.pa_status ?? '')
    ? declineFor('authentication_failed', 'issuer')
    : declineFor('unspecified', 'unspecified');
}
