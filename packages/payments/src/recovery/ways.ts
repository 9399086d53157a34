import type { LookupRequest, Provider } from '@ducat/core';
import { isFirstOperation } from '../model/operation.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import type { RecoverySchedule } from './schedule.ts';

/** How to find out what became of an attempt. */
export type Way =
  | { readonly kind: 'lookup'; readonly request: LookupRequest }
  /** Send the same request with the same reference: the provider recognises it. */
  | { readonly kind: 'resend' }
  /** There is no way; a person has to. */
  | { readonly kind: 'none'; readonly reason: string };

interface Circumstances {
  readonly provider: Provider | undefined;
  readonly operation: OperationState;
  readonly attempt: AttemptState;
  readonly schedule: RecoverySchedule;
  readonly now: number;
}

/** The safest way there is: asking before sending again, and sending again only where that cannot act twice. */
export function wayOf(circumstances: Circumstances): Way {
  const { provider, operation, attempt } = circumstances;
  const { kind } = operation.begun;
  if (provider === undefined) return { kind: 'none', reason: `no provider ${attempt.begun.provider} is configured` };
  const canLookUp = typeof provider.lookup === 'function';
  const { providerReference } = attempt;
  if (canLookUp && providerReference !== undefined) return lookup({ operation: kind, providerReference });
  if (canLookUp && provider.limits.lookupByReference.includes(kind)) {
    return lookup({ operation: kind, reference: attempt.begun.reference });
  }
  if (!isFirstOperation(kind) && canResend(circumstances, provider)) return { kind: 'resend' };
  const { target } = operation.begun;
  if (canLookUp && target !== undefined && provider.limits.repeat[kind] === 'by_state') {
    return lookup({ operation: kind, providerReference: target.providerReference });
  }
  return { kind: 'none', reason: `${provider.id} can neither be asked about this ${kind} nor sent it again` };
}

function lookup(request: LookupRequest): Way {
  return { kind: 'lookup', request };
}

/** Clocks differ: near the end of its window a repeat could be taken for a new request. */
const windowMargin = 10 * 60 * 1000;

function canResend({ operation, attempt, schedule, now }: Circumstances, { limits }: Provider): boolean {
  if (attempt.sendings.length >= schedule.maximumSendings) return false;
  const safety = limits.repeat[operation.begun.kind];
  if (safety === 'refused') return true;
  const window = limits.replayWindowMilliseconds;
  if (safety !== 'replayed' || window === undefined) return false;
  return now + windowMargin < attempt.sendings[0].at + window;
}
