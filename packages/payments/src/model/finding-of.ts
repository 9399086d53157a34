import type { Money, Outcome } from '@ducat/core';
import { DucatError } from '@ducat/core';
import type { Finding, KeptError } from './finding.ts';

/** What an outcome says, without the token, as the journal may have it. */
export function findingOf(outcome: Outcome, requested: Money): Finding {
  switch (outcome.status) {
    case 'approved': {
      const { status, providerReference, amount, card, raw } = outcome;
      if (!amount.equals(requested)) {
        return { status: 'unknown', providerReference, error: otherAmount(requested, amount, outcome.provider) };
      }
      return { status, providerReference, amount, raw, ...(card === undefined ? {} : { card }) };
    }
    case 'not_sent':
      return { status: 'not_sent', error: outcome.error.toJSON() };
    case 'unknown': {
      const named = outcome.providerReference === undefined ? {} : { providerReference: outcome.providerReference };
      return { status: 'unknown', ...named, error: outcome.error.toJSON() };
    }
    case 'action_required':
    case 'pending':
    case 'declined': {
      const { provider: _provider, reference: _reference, ...finding } = outcome;
      return finding;
    }
  }
}

/** What a thrown error says: proof that nothing was done when it says so itself, else nothing. */
export function findingOfError(thrown: unknown, provider: string): Finding {
  if (!DucatError.is(thrown)) return { status: 'unknown', error: defect(provider) };
  const error = thrown.toJSON();
  return thrown.effect === 'none' ? { status: 'not_sent', error } : { status: 'unknown', error };
}

function otherAmount(requested: Money, told: Money, provider: string): KeptError {
  const message = `the provider approved ${told.toString()} where ${requested.toString()} was asked for`;
  return { code: 'contradicting_response', message, effect: 'possible', provider };
}

function defect(provider: string): KeptError {
  return {
    code: 'internal',
    message: 'the adapter threw something that is no DucatError',
    effect: 'possible',
    provider,
  };
}
