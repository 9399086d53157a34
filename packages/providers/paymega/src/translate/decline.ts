import { statusTable } from '@ducat/adapter-kit';
import type { Decline, DeclineReason, Decliner } from '@ducat/core';
import { declineFor } from '@ducat/core';
import type { InvoiceState } from './status.ts';

/**
 * Resolutions, from the platform's list of statuses and resolutions and its test connector. Names drifted between
 * versions (card_is_lost, card_lost, lost_or_stolen_card), so all of them are here; the list is open.
 */
const meanings: Readonly<Record<string, readonly [DeclineReason, Decliner]>> = {
  access_denied: ['provider_failure', 'provider'],
  antifraud_error: ['suspected_fraud', 'provider'],
  auth_3ds_required: ['authentication_required', 'issuer'],
  auth_fatal_error: ['authentication_failed', 'issuer'],
  auth_otp_required: ['authentication_required', 'issuer'],
  card_3ds_enrolled: ['authentication_required', 'issuer'],
  card_blocked_by_invalid_pin: ['card_restricted', 'issuer'],
  card_expired: ['card_expired', 'issuer'],
  card_is_3ds_enrolled: ['authentication_required', 'issuer'],
  card_is_lost: ['card_lost_or_stolen', 'issuer'],
  card_is_not_3ds_enrolled: ['authentication_failed', 'issuer'],
  card_is_stolen: ['card_lost_or_stolen', 'issuer'],
  card_lost: ['card_lost_or_stolen', 'issuer'],
  card_not_3ds_enrolled: ['authentication_failed', 'issuer'],
  card_restricted: ['card_restricted', 'issuer'],
  card_restricted_by_acquirer: ['card_not_supported', 'provider'],
  card_stolen: ['card_lost_or_stolen', 'issuer'],
  card_type_not_supported: ['card_not_supported', 'provider'],
  card_usage_issuer_limit_violation: ['limit_exceeded', 'issuer'],
  card_usage_limit_violation: ['limit_exceeded', 'issuer'],
  card_verification_failed: ['invalid_security_code', 'issuer'],
  client_auth_failed: ['authentication_failed', 'customer'],
  customer_blocked: ['suspected_fraud', 'provider'],
  declined: ['do_not_honor', 'issuer'],
  duplicated_transaction: ['duplicate', 'provider'],
  fatal_card_expired: ['card_expired', 'issuer'],
  fatal_decline: ['card_restricted', 'issuer'],
  fatal_error: ['provider_failure', 'provider'],
  fatal_invalid_card: ['invalid_card_number', 'issuer'],
  fatal_issuer_unavailable: ['temporary_failure', 'issuer'],
  fatal_timeout: ['temporary_failure', 'provider'],
  functionality_is_not_permitted: ['transaction_not_permitted', 'issuer'],
  general_decline: ['do_not_honor', 'issuer'],
  general_fatal_error: ['provider_failure', 'provider'],
  insufficient_funds: ['insufficient_funds', 'issuer'],
  invalid_3ds_code: ['authentication_failed', 'customer'],
  invalid_amount: ['invalid_amount', 'provider'],
  invalid_card: ['invalid_card_number', 'issuer'],
  invalid_card_status: ['card_restricted', 'issuer'],
  invalid_card_type: ['card_not_supported', 'provider'],
  invalid_credentials: ['provider_failure', 'provider'],
  invalid_cvv: ['invalid_security_code', 'issuer'],
  invalid_expire_date: ['invalid_expiry', 'issuer'],
  invalid_otp: ['authentication_failed', 'customer'],
  invalid_otp_code: ['authentication_failed', 'customer'],
  invalid_pan: ['invalid_card_number', 'issuer'],
  invalid_pin: ['authentication_failed', 'customer'],
  issuer_decline: ['do_not_honor', 'issuer'],
  limit_violation: ['limit_exceeded', 'issuer'],
  lost_or_stolen_card: ['card_lost_or_stolen', 'issuer'],
  provider_error: ['temporary_failure', 'provider'],
  provider_fatal_error: ['provider_failure', 'provider'],
  transaction_expired: ['expired', 'customer'],
  unable_to_determine_3ds_enrolment: ['authentication_failed', 'provider'],
};

const byResolution = statusTable<readonly [DeclineReason, Decliner]>(meanings, () => ['unspecified', 'unspecified']);

/**
 * Whether a failed status is the end of it. The platform also calls failed what it could not clear up with its acquirer,
 * and then money may have moved.
 */
export function isDecided(resolution: string | null | undefined): boolean {
  return resolution?.toLowerCase() !== 'unable_to_reconcile';
}

/** Why an invoice ended without money. The resolution never decides that it did: any status can come with `ok`. */
export function declineOf(state: InvoiceState, resolution: string | null | undefined): Decline {
  if (state === 'expired') return declineFor('expired', 'customer');
  if (state === 'canceled' || state === 'voided' || state === 'voiding') return declineFor('canceled', 'unspecified');
  return declineFor(...byResolution(resolution ?? ''));
}
