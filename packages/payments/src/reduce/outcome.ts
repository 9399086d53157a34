import { DucatError } from '@ducat/core';
import type { CardToken, Outcome } from '@ducat/core';
import type { KeptError } from '../model/finding.ts';
import { isDecided } from './running.ts';
import type { AttemptState, OperationState } from './state.ts';

/** The attempt that an operation is judged by: the one that settled it, else the last. */
export function decisiveAttempt({ attempts, settled }: OperationState): AttemptState | undefined {
  return (settled && attempts.find(({ begun }) => begun.reference === settled.reference)) ?? attempts.at(-1);
}

/** What became of an operation, in the words of the ports. */
export function outcomeOf(operation: OperationState, token?: CardToken): Outcome {
  const attempt = decisiveAttempt(operation);
  if (attempt === undefined) return unclear('', undefined, running);
  const { provider, reference } = attempt.begun;
  const finding = groundOf(attempt, operation)?.finding;
  // Nothing is told as final before it is settled: another provider may be tried yet.
  const isEarly = operation.settled === undefined && isDecided(attempt);
  if (finding === undefined || finding.status === 'unanswered' || isEarly) {
    return { ...unclear(provider, attempt.providerReference, running), reference };
  }
  switch (finding.status) {
    case 'unknown':
      return { ...unclear(provider, attempt.providerReference, finding.error), reference };
    case 'not_found':
      return { ...unsent(provider, missing(provider)), reference };
    case 'not_sent':
      return { ...unsent(provider, finding.error), reference };
    case 'approved':
      return { ...finding, provider, reference, ...(token === undefined ? {} : { token }) };
    case 'action_required':
    case 'pending':
    case 'declined':
      return { ...finding, provider, reference };
  }
}

/** What settled it stays its ground, whatever came later. */
function groundOf(attempt: AttemptState, { settled }: OperationState): AttemptState['ground'] {
  return settled === undefined ? attempt.ground : attempt.evidence.find(({ id }) => id === settled.evidence);
}

function unsent(provider: string, error: KeptError): Outcome {
  return { status: 'not_sent', provider, error: new DucatError(error), raw: error.raw ?? {} };
}

function unclear(provider: string, providerReference: string | undefined, error: KeptError): Outcome {
  const named = providerReference === undefined ? {} : { providerReference };
  return { status: 'unknown', provider, ...named, error: new DucatError(error), raw: error.raw ?? {} };
}

const running: KeptError = {
  code: 'operation_in_progress',
  message: 'the provider has not answered yet: ask again with the same key, or wait for the event',
  effect: 'possible',
};

function missing(provider: string): KeptError {
  const message = 'the provider knows nothing of it, and its time to show up is over: no money moved';
  return { code: 'not_found', message, effect: 'none', retry: 'safe', provider };
}
