import type { AttemptBegun, EvidenceFound } from '../model/event.ts';
import { isUnderWay, standingOf } from './asked.ts';
import type { AttemptState, AttemptStatus, Sending } from './state.ts';
import type { Transaction } from './transactions.ts';
import { referenceIn } from './transactions.ts';

/** A "not found" is believed when it was said so often after the provider's horizon. */
const confirmations = 4;

/** Clocks jump: so much longer than the provider's horizon is waited. */
const clockMarginMilliseconds: number = 5 * 60 * 1000;

/** What a verdict rests on. */
export interface Known {
  readonly begun: AttemptBegun;
  readonly sendings: AttemptState['sendings'];
  readonly proofs: readonly EvidenceFound[];
  /** Of webhooks about its own transactions. */
  readonly hints: readonly EvidenceFound[];
  /** Its own transactions: not the one that it acts on. */
  readonly own: readonly Transaction[];
}

export type Verdict = readonly [AttemptStatus, EvidenceFound | undefined];

/**
 * What became of an attempt. The order is the law: a success is never outvoted, and nothing is a failure as long as a
 * transaction of the attempt is open.
 */
export function verdictOn(known: Known): Verdict {
  const { proofs, own } = known;
  const approved = proofs.find(({ finding }) => finding.status === 'approved');
  if (approved !== undefined) return ['approved', approved];
  const decided = byOperator(proofs);
  if (decided !== undefined) return decided;
  if (own.some(({ status }) => status === 'open')) return openVerdict(known);
  const declined = proofs.find(isFinalDecline);
  if (declined !== undefined) return ['declined', declined];
  return refusalOfEach(known) ?? missing(known) ?? openVerdict(known);
}

/** After that, a provider's "not found" is final; milliseconds since the epoch. */
export function horizonOf(begun: AttemptBegun, sendings: readonly Sending[]): number {
  const last = Math.max(...sendings.map(({ deadline }) => deadline));
  return last + begun.lookupHorizonMilliseconds + clockMarginMilliseconds;
}

function byOperator(proofs: readonly EvidenceFound[]): Verdict | undefined {
  for (const piece of proofs.toReversed()) {
    const { status } = piece.finding;
    if (piece.source !== 'operator') continue;
    if (status === 'declined' || status === 'not_sent' || status === 'not_found') return [status, piece];
  }
  return undefined;
}

/** A decline that is about a transaction, or that says so of the whole attempt; not the refusal of one sending. */
function isFinalDecline({ finding, source }: EvidenceFound): boolean {
  return finding.status === 'declined' && (finding.providerReference !== undefined || source !== 'response');
}

/** A refusal proves something about its own sending only, so it takes one for each of them. */
function refusalOfEach({ sendings, proofs }: Known): Verdict | undefined {
  let last: EvidenceFound | undefined;
  let declined: EvidenceFound | undefined;
  for (const { number } of sendings) {
    last = proofs.find(({ sending, finding }) => {
      return sending === number && (finding.status === 'not_sent' || finding.status === 'declined');
    });
    if (last === undefined) return undefined;
    if (last.finding.status === 'declined') declined = last;
  }
  return declined === undefined ? ['not_sent', last] : ['declined', declined];
}

function missing({ begun, sendings, proofs, hints, own }: Known): Verdict | undefined {
  // What the provider has named exists, whatever a later answer says.
  if (own.length > 0 || hints.some(isSighting)) return undefined;
  const horizon = horizonOf(begun, sendings);
  const late = proofs.filter(({ at, finding }) => finding.status === 'not_found' && at >= horizon);
  return late.length >= confirmations ? ['not_found', late.at(-1)] : undefined;
}

function isSighting({ finding }: EvidenceFound): boolean {
  return finding.status !== 'declined' && referenceIn(finding) !== undefined;
}

function openVerdict({ proofs, own }: Known): Verdict {
  const closed = own.filter(({ status }) => status !== 'open').map(({ providerReference }) => providerReference);
  const open = proofs.filter(({ finding }) => !closed.includes(referenceIn(finding) ?? '')).toReversed();
  const newest = open.find(isUnderWay);
  if (newest !== undefined) {
    const standing = standingOf(newest, open);
    return [standing.finding.status === 'action_required' ? 'action_required' : 'pending', standing];
  }
  const unclear = open.find(({ finding }) => finding.status === 'unknown');
  return unclear === undefined ? ['sending', undefined] : ['unknown', unclear];
}
