import type { LookupRequest, Operation, Provider } from '@ducat/core';
import type { EvidenceFound } from '../model/event.ts';
import { isFirstOperation } from '../model/operation.ts';
import { isDecided } from '../reduce/running.ts';
import type { AttemptState, OperationState } from '../reduce/state.ts';
import { referenceIn } from '../reduce/transactions.ts';
import type { RecoverySchedule } from './schedule.ts';

/** How to find out what became of an attempt. */
export type Way =
  | { readonly kind: 'lookup'; readonly request: LookupRequest }
  /** Send the same request with the same reference: the provider recognises it. */
  | { readonly kind: 'resend' }
  /** There is no way; a person has to. */
  | { readonly kind: 'none'; readonly reason: string };

export interface Circumstances {
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
  const request = lookupOf(provider, operation, attempt);
  if (request !== undefined) return { kind: 'lookup', request };
  if (!isFirstOperation(kind) && canResend(circumstances)) return { kind: 'resend' };
  const { target } = operation.begun;
  if (provider.lookup !== undefined && target !== undefined && provider.limits.repeat[kind] === 'by_state') {
    return { kind: 'lookup', request: requestOf(kind, attempt, target.providerReference) };
  }
  return { kind: 'none', reason: `${provider.id} can neither be asked about this ${kind} nor sent it again` };
}

/** Clocks differ: near the end of its window a repeat could be taken for a new request. */
const windowMargin = 10 * 60 * 1000;

/** Whether the request may go out once more with the same reference: it cannot act twice, and it is not decided. */
export function canResend({ provider, operation, attempt, schedule, now }: Circumstances): boolean {
  if (provider === undefined || operation.settled !== undefined || isDecided(attempt)) return false;
  if (attempt.sendings.length >= schedule.maximumSendings) return false;
  const { repeat, replayWindowMilliseconds: window } = provider.limits;
  const safety = repeat[operation.begun.kind];
  if (safety === 'refused') return true;
  return safety === 'replayed' && window !== undefined && now + windowMargin < attempt.sendings[0].at + window;
}

function lookupOf(
  { lookup, limits }: Provider,
  { begun: { kind } }: OperationState,
  attempt: AttemptState,
): LookupRequest | undefined {
  if (lookup === undefined) return undefined;
  const hinted = unseenHint(attempt);
  const named = (hinted && referenceIn(hinted.finding)) ?? attempt.providerReference;
  const last = attempt.evidence.findLast(({ source }) => source === 'lookup');
  const isUnseen = hinted !== undefined && last?.finding.status !== 'unanswered' && last?.hints?.includes(hinted.id);
  const isMissed = last?.finding.status === 'not_found' || isUnseen === true;
  // The attempt's own reference finds every transaction that it made; the provider's id only the one that is known.
  const isFindable = limits.lookupByReference.includes(kind);
  if (isFindable && (named === undefined || !isMissed)) return { operation: kind, reference: attempt.begun.reference };
  return named === undefined ? undefined : requestOf(kind, attempt, named);
}

/** A webhook about a transaction that no lookup has shown. */
function unseenHint({ openHints, transactions }: AttemptState): EvidenceFound | undefined {
  return openHints.findLast(({ finding }) => {
    const named = referenceIn(finding);
    return named !== undefined && transactions.every(({ providerReference }) => providerReference !== named);
  });
}

/** The reference goes along: one transaction may answer for several refunds. */
function requestOf(operation: Operation, attempt: AttemptState, providerReference: string): LookupRequest {
  return { operation, reference: attempt.begun.reference, providerReference };
}
