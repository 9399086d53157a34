import type { AttemptBegun, EvidenceFound } from '../model/event.ts';
import type { ApprovedTransaction, AttemptState, AttemptStatus, Sending } from './state.ts';

/** A "not found" is believed when it was said so often after the provider's horizon. */
const confirmations = 2;

/** What the evidence of an attempt comes to, whatever its order and however often each piece came. */
export function attemptState(
  begun: AttemptBegun,
  sendings: AttemptState['sendings'],
  evidence: readonly EvidenceFound[],
): AttemptState {
  const [status, ground] = verdict(begun, sendings, evidence);
  return {
    begun,
    sendings,
    lastSending: sendings.at(-1) ?? sendings[0],
    evidence,
    status,
    ground,
    approved: approvedTransactions(evidence),
    providerReference: namedReference(evidence),
  };
}

type Verdict = readonly [AttemptStatus, EvidenceFound | undefined];

// The order is the law: a success is never outvoted, and what is decided is never undecided by what came later.
function verdict(begun: AttemptBegun, sendings: AttemptState['sendings'], all: readonly EvidenceFound[]): Verdict {
  const evidence = all.filter(({ trust }) => trust === 'proof');
  const approved = evidence.find(({ finding }) => finding.status === 'approved');
  if (approved !== undefined) return ['approved', approved];
  const declined = evidence.find(isFinalDecline);
  if (declined !== undefined) return ['declined', declined];
  const unsent = nothingSent(sendings, evidence);
  if (unsent !== undefined) return ['not_sent', unsent];
  const missing = evidence.filter((piece) => isPastHorizon(piece, begun, sendings));
  if (missing.length >= confirmations) return ['not_found', missing.at(-1)];
  return openVerdict(evidence);
}

function openVerdict(evidence: readonly EvidenceFound[]): Verdict {
  for (const piece of evidence.toReversed()) {
    const { status } = piece.finding;
    if (status === 'pending' || status === 'action_required') return [status, piece];
  }
  const unclear = evidence.findLast(({ finding }) => finding.status === 'unknown');
  return unclear === undefined ? ['sending', undefined] : ['unknown', unclear];
}

/**
 * A decline decides when it is about a transaction of this attempt. One without a transaction is the refusal of one
 * sending: said to the first it is final, said to a repeat it leaves open what the first one did.
 */
function isFinalDecline({ finding, source, sending }: EvidenceFound): boolean {
  if (finding.status !== 'declined') return false;
  return finding.providerReference !== undefined || source !== 'response' || sending === 1;
}

function nothingSent(sendings: readonly Sending[], evidence: readonly EvidenceFound[]): EvidenceFound | undefined {
  const refused = (sending: number): EvidenceFound | undefined =>
    evidence.find((piece) => piece.finding.status === 'not_sent' && piece.sending === sending);
  const found = sendings.map(({ number }) => refused(number));
  return found.includes(undefined) ? undefined : found.at(-1);
}

function isPastHorizon(piece: EvidenceFound, begun: AttemptBegun, sendings: readonly Sending[]): boolean {
  const last = Math.max(...sendings.map(({ deadline }) => deadline));
  return piece.finding.status === 'not_found' && piece.at >= last + begun.lookupHorizonMilliseconds;
}

function approvedTransactions(evidence: readonly EvidenceFound[]): ApprovedTransaction[] {
  const found = new Map<string, ApprovedTransaction>();
  for (const { finding, trust } of evidence) {
    if (finding.status !== 'approved' || trust !== 'proof' || found.has(finding.providerReference)) continue;
    found.set(finding.providerReference, { providerReference: finding.providerReference, amount: finding.amount });
  }
  return [...found.values()];
}

function namedReference(evidence: readonly EvidenceFound[]): string | undefined {
  for (const { finding } of evidence) {
    if ('providerReference' in finding && finding.providerReference !== undefined) return finding.providerReference;
  }
  return undefined;
}
