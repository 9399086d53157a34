import type { DeclineReason } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { cards, declined } from '../simulator/index.ts';
import { cardSource, ledger, openShop, order } from './shop.ts';

/** The test connector's resolutions, each chosen by the expiry date of a card that it declines. */
const published: Readonly<Record<string, DeclineReason>> = {
  access_denied: 'provider_failure',
  error: 'unspecified',
  provider_error: 'temporary_failure',
  unknown: 'unspecified',
  duplicated_transaction: 'duplicate',
  auth_fatal_error: 'authentication_failed',
  unable_to_determine_3ds_enrolment: 'authentication_failed',
  card_is_3ds_enrolled: 'authentication_required',
  card_is_not_3ds_enrolled: 'authentication_failed',
  issuer_decline: 'do_not_honor',
  client_auth_failed: 'authentication_failed',
  provider_fatal_error: 'provider_failure',
  invalid_details: 'unspecified',
  invalid_pin: 'authentication_failed',
  antifraud_error: 'suspected_fraud',
  invalid_card: 'invalid_card_number',
  fatal_error: 'provider_failure',
  invalid_amount: 'invalid_amount',
  limit_violation: 'limit_exceeded',
  functionality_is_not_permitted: 'transaction_not_permitted',
  invalid_request: 'unspecified',
  lost_or_stolen_card: 'card_lost_or_stolen',
  declined: 'do_not_honor',
  invalid_otp: 'authentication_failed',
  invalid_3ds_code: 'authentication_failed',
  invalid_card_status: 'card_restricted',
  insufficient_funds: 'insufficient_funds',
  card_expired: 'card_expired',
  invalid_cvv: 'invalid_security_code',
  invalid_pan: 'invalid_card_number',
  invalid_credentials: 'provider_failure',
};

/** Those of the list of statuses and resolutions, and of the release notes, which no test card brings about. */
const others: Readonly<Record<string, DeclineReason>> = {
  auth_3ds_required: 'authentication_required',
  auth_otp_required: 'authentication_required',
  card_3ds_enrolled: 'authentication_required',
  card_blocked_by_invalid_pin: 'card_restricted',
  card_is_lost: 'card_lost_or_stolen',
  card_is_stolen: 'card_lost_or_stolen',
  card_lost: 'card_lost_or_stolen',
  card_not_3ds_enrolled: 'authentication_failed',
  card_restricted: 'card_restricted',
  card_restricted_by_acquirer: 'card_not_supported',
  card_stolen: 'card_lost_or_stolen',
  card_type_not_supported: 'card_not_supported',
  card_usage_issuer_limit_violation: 'limit_exceeded',
  card_usage_limit_violation: 'limit_exceeded',
  card_verification_failed: 'invalid_security_code',
  customer_blocked: 'suspected_fraud',
  fatal_card_expired: 'card_expired',
  fatal_decline: 'card_restricted',
  fatal_invalid_card: 'invalid_card_number',
  fatal_issuer_unavailable: 'temporary_failure',
  fatal_timeout: 'temporary_failure',
  general_decline: 'do_not_honor',
  general_fatal_error: 'provider_failure',
  invalid_card_type: 'card_not_supported',
  invalid_cardholder: 'unspecified',
  invalid_expire_date: 'invalid_expiry',
  invalid_otp_code: 'authentication_failed',
  transaction_expired: 'expired',
  a_word_of_tomorrow: 'unspecified',
  ok: 'unspecified',
  INSUFFICIENT_FUNDS: 'insufficient_funds',
};

describe('a declined payment', () => {
  test('is listed here for every resolution that the test connector publishes', () => {
    expect(Object.keys(cards.declineExpiries).toSorted()).toEqual(
      [...Object.keys(published), 'unable_to_reconcile'].toSorted(),
    );
  });

  for (const [resolution, reason] of Object.entries(published)) {
    test(`with ${resolution} says ${reason}, and the bank has nothing of it`, async () => {
      const shop = openShop();
      const source = cardSource(cards.declined, cards.declineExpiries[resolution]);
      const outcome = await shop.provider.charge(order({ source }), shop.attempt('attempt-1'));
      expect(outcome).toMatchObject({
        status: 'declined',
        reference: 'attempt-1',
        decline: { reason },
        raw: { resolution },
      });
      expect(ledger(shop, 'attempt-1')).toEqual([]);
    });
  }

  for (const [resolution, reason] of Object.entries(others)) {
    test(`with ${resolution} says ${reason}`, async () => {
      const shop = openShop();
      shop.simulator.controls.decideNext({ challenge: undefined, verdict: declined(resolution) });
      const outcome = await shop.provider.charge(order(), shop.attempt());
      expect(outcome).toMatchObject({ status: 'declined', decline: { reason } });
    });
  }

  test('of a two-step payment says its reason as well', async () => {
    const shop = openShop();
    const source = cardSource(cards.declined, cards.declineExpiries['card_expired']);
    const outcome = await shop.provider.authorize(order({ source }), shop.attempt());
    expect(outcome).toMatchObject({
      status: 'declined',
      decline: { reason: 'card_expired', anotherProviderMayHelp: false },
    });
  });
});

describe('a payment that the platform could not clear up with its acquirer', () => {
  test('is not declined: money may have moved', async () => {
    const shop = openShop();
    const source = cardSource(cards.declined, cards.declineExpiries['unable_to_reconcile']);
    const outcome = await shop.provider.charge(order({ source }), shop.attempt());
    expect(outcome).toMatchObject({
      status: 'pending',
      raw: { resolution: 'unable_to_reconcile', status: 'process_failed' },
    });
  });
});
