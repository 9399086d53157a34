import type { DeclineReason, Decliner } from '@ducat/core';
import { describe, expect, it } from 'vitest';
import { publishedCards } from '../simulator/index.ts';
import { expectFound, expectStatus, expectUnknown } from './expectations.ts';
import { attempt, card, charge } from './requests.ts';
import { openShop } from './shop.ts';

/** The published processing codes and what each means here; written down apart from the adapter's own table. */
const expected: readonly (readonly [code: string, reason: DeclineReason, by: Decliner])[] = [
  ['F.0100', 'card_restricted', 'issuer'],
  ['F.0101', 'invalid_card_number', 'issuer'],
  ['F.0102', 'provider_failure', 'provider'],
  ['F.0103', 'provider_failure', 'provider'],
  ['F.0104', 'transaction_not_permitted', 'provider'],
  ['F.0105', 'do_not_honor', 'issuer'],
  ['F.0106', 'provider_failure', 'provider'],
  ['F.0107', 'provider_failure', 'provider'],
  ['F.0109', 'expired', 'provider'],
  ['F.0110', 'provider_failure', 'provider'],
  ['F.0111', 'card_expired', 'issuer'],
  ['F.0112', 'invalid_security_code', 'issuer'],
  ['F.0113', 'currency_not_supported', 'provider'],
  ['F.0114', 'insufficient_funds', 'issuer'],
  ['F.0115', 'suspected_fraud', 'provider'],
  ['F.0116', 'card_lost_or_stolen', 'issuer'],
  ['F.0117', 'temporary_failure', 'provider'],
  ['F.0118', 'provider_failure', 'provider'],
  ['F.0119', 'temporary_failure', 'issuer'],
  ['F.0120', 'provider_failure', 'issuer'],
  ['F.0121', 'temporary_failure', 'provider'],
  ['F.0122', 'provider_failure', 'provider'],
  ['F.0123', 'limit_exceeded', 'issuer'],
  ['F.0124', 'limit_exceeded', 'issuer'],
  ['F.0125', 'limit_exceeded', 'issuer'],
  ['F.0126', 'invalid_card_number', 'provider'],
  ['F.0127', 'invalid_card_number', 'provider'],
  ['F.0128', 'provider_failure', 'provider'],
  ['F.0129', 'authentication_failed', 'provider'],
  ['F.0130', 'authentication_failed', 'issuer'],
  ['F.0131', 'authentication_failed', 'customer'],
  ['F.0132', 'canceled', 'customer'],
  ['F.0133', 'unspecified', 'unspecified'],
  ['F.0134', 'authentication_failed', 'customer'],
  ['F.0996', 'authentication_failed', 'unspecified'],
  ['F.0997', 'unspecified', 'unspecified'],
  ['F.0998', 'abandoned', 'customer'],
  ['F.0999', 'unspecified', 'unspecified'],
  ['F.7777', 'unspecified', 'unspecified'],
];

describe('a decline', () => {
  it.each(expected)('%s is %s, by %s, the same in answer and lookup', async (code, reason, by) => {
    const { provider, simulator } = openShop();
    simulator.controls.decideNext(code);
    const context = attempt();
    const outcome = expectStatus(await provider.charge(charge(), context), 'declined');
    expect(outcome.decline).toMatchObject({ reason, by });
    expect(outcome.raw['code']).toBe(code);
    const [record] = expectFound(await provider.lookup({ operation: 'charge', reference: context.reference }));
    expect(record.outcome).toEqual(outcome);
    expect(simulator.bank.entries).toEqual([]);
  });

  it.each(['F.0108', 'F.0135'])(
    '%s speaks of another transaction, which may be ours: unknown as an answer, a duplicate in the lookup',
    async (code) => {
      const { provider, simulator } = openShop();
      simulator.controls.decideNext(code);
      const context = attempt();
      const outcome = expectUnknown(await provider.charge(charge(), context), 'duplicate');
      expect(outcome.providerReference).toBe(simulator.transactions.all[0]?.uid);
      const [record] = expectFound(await provider.lookup({ operation: 'charge', reference: context.reference }));
      const { decline } = expectStatus(record.outcome, 'declined');
      expect(decline).toMatchObject({ reason: 'duplicate', anotherProviderMayHelp: false });
    },
  );

  it('without a code is unspecified, and never explained by the code of the acquirer', async () => {
    const { provider, simulator } = openShop({ simulator: { processingCodes: false } });
    simulator.controls.decideNext('F.0114');
    const outcome = expectStatus(await provider.charge(charge(), attempt()), 'declined');
    expect(outcome.decline).toMatchObject({ reason: 'unspecified', by: 'unspecified' });
  });

  it.each(['unavailable', 'rejected', 'notAuthenticated'] as const)(
    'without a code is a failed authentication when the result of 3-D Secure says so (%s)',
    async (name) => {
      const { provider } = openShop({ simulator: { processingCodes: false } });
      const request = charge({ source: { kind: 'card', card: card(publishedCards[name].number) } });
      const outcome = expectStatus(await provider.charge(request, attempt()), 'declined');
      expect(outcome.decline).toMatchObject({ reason: 'authentication_failed', by: 'issuer' });
    },
  );

  it('without a code after a successful authentication is not called a failed one', async () => {
    const { provider, simulator } = openShop({ simulator: { processingCodes: false } });
    simulator.controls.decideNext('F.0114');
    // The section's status repeats that of the transaction; its result tells who refused.
    simulator.controls.rewriteNext((fields) => ({
      ...fields,
      three_d_secure_verification: { status: 'failed', pa_status: 'Y' },
    }));
    const outcome = expectStatus(await provider.charge(charge(), attempt()), 'declined');
    expect(outcome.decline.reason).toBe('unspecified');
  });

  it('has a code that is compared without regard to case', async () => {
    const { provider, simulator } = openShop();
    simulator.controls.decideNext('F.0114');
    simulator.controls.rewriteNext((fields) => ({ ...fields, code: 'f.0114' }));
    const outcome = expectStatus(await provider.charge(charge(), attempt()), 'declined');
    expect(outcome.decline.reason).toBe('insufficient_funds');
  });
});
