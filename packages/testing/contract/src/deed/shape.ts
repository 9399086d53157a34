import type { DeclineReason, DucatError, ErrorCode, Outcome } from '@ducat/core';
import { DucatError as DucatErrorClass, Money } from '@ducat/core';
import { strict as assert } from 'node:assert';

const facts = ['status', 'provider', 'reference', 'raw'];

/** The properties that an outcome may have, by its status. */
const known: Readonly<Record<Outcome['status'], readonly string[]>> = {
  approved: [...facts, 'providerReference', 'amount', 'token', 'card'],
  action_required: [...facts, 'providerReference', 'action', 'continuation'],
  pending: [...facts, 'providerReference', 'reason'],
  declined: [...facts, 'providerReference', 'decline'],
  not_sent: [...facts, 'error'],
  unknown: [...facts, 'providerReference', 'error'],
};

const codes: readonly ErrorCode[] = [
  'invalid_request',
  'invalid_options',
  'unsupported',
  'authentication_failed',
  'refused',
  'not_found',
  'duplicate',
  'rate_limited',
  'connection_failed',
  'connection_lost',
  'deadline_exceeded',
  'canceled',
  'unexpected_response',
  'contradicting_response',
  'invalid_signature',
  'internal',
];

const reasons: readonly DeclineReason[] = [
  'insufficient_funds',
  'limit_exceeded',
  'do_not_honor',
  'card_expired',
  'card_lost_or_stolen',
  'card_restricted',
  'card_not_supported',
  'invalid_card_number',
  'invalid_expiry',
  'invalid_security_code',
  'invalid_amount',
  'currency_not_supported',
  'transaction_not_permitted',
  'authentication_required',
  'authentication_failed',
  'suspected_fraud',
  'abandoned',
  'expired',
  'canceled',
  'duplicate',
  'temporary_failure',
  'provider_failure',
  'unspecified',
];

/** An outcome is of the closed vocabulary; the provider's own words stand in `raw` and nowhere else. */
export function assertOutcomeShape(outcome: Outcome): void {
  const properties = known[outcome.status] as readonly string[] | undefined;
  assert(properties, `there is no status ${String(outcome.status)}`);
  const foreign = Object.keys(outcome).filter((name) => !properties.includes(name));
  assert.deepEqual(foreign, [], `an outcome that is ${outcome.status} has no such properties`);
  for (const [label, text] of Object.entries(outcome.raw)) assert.equal(typeof text, 'string', `raw.${label}`);
  switch (outcome.status) {
    case 'approved':
      assert(outcome.amount instanceof Money, 'an approval says how much');
      return assertReference(outcome.providerReference);
    case 'action_required':
      assert(['redirect', 'form_post', 'wait'].includes(outcome.action.kind), 'a known action');
      assert.equal(typeof outcome.continuation, 'string');
      return assertReference(outcome.providerReference);
    case 'pending':
      assert(['processing', 'moderation', 'unmapped_status'].includes(outcome.reason), 'a known reason');
      return assertReference(outcome.providerReference);
    case 'declined':
      assert(reasons.includes(outcome.decline.reason), `no reason of ours: ${outcome.decline.reason}`);
      assert(['issuer', 'provider', 'customer', 'unspecified'].includes(outcome.decline.by), 'a known decliner');
      return;
    case 'not_sent':
      assertErrorShape(outcome.error);
      assert.equal(outcome.error.effect, 'none', 'the error of not_sent has no effect');
      return;
    case 'unknown':
      assertErrorShape(outcome.error);
      assert.equal(outcome.error.effect, 'possible', 'the error of unknown may have an effect');
  }
}

/** The value as a `DucatError`; anything else is a foreign error that left the library. */
export function assertDucatError(thrown: unknown): DucatError {
  const shown = thrown instanceof Error ? `${thrown.name}: ${thrown.stack ?? thrown.message}` : String(thrown);
  assert(DucatErrorClass.is(thrown), `a foreign error left the provider: ${shown}`);
  assertErrorShape(thrown);
  return thrown;
}

function assertErrorShape(error: DucatError): void {
  assert(DucatErrorClass.is(error), 'an error that carries the identity symbol');
  assert(codes.includes(error.code), `no code of ours: ${error.code}`);
  assert(['none', 'possible'].includes(error.effect), `no effect: ${error.effect}`);
  const advice = error.effect === 'possible' ? ['after_lookup'] : ['never', 'safe'];
  assert(advice.includes(error.retry), `effect ${error.effect} and retry ${error.retry} contradict each other`);
  assert(error.message.length > 0 && error.message.length < 10_000, 'a message that can be printed');
  const parsed = JSON.parse(JSON.stringify(error)) as Record<string, unknown>;
  assert.deepEqual([parsed['code'], parsed['effect']], [error.code, error.effect], 'its JSON form says the same');
}

function assertReference(reference: string): void {
  assert.match(reference, /^\S{1,255}$/, 'a provider reference');
}
