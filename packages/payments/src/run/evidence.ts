import type { EvidenceFound, EvidenceSource } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { AttemptState } from '../reduce/state.ts';

/** Evidence that is a proof, named by its source and its number among those. */
export function proofFrom(
  source: Exclude<EvidenceSource, 'response' | 'webhook'>,
  attempt: AttemptState,
  finding: Finding,
  at: number,
): EvidenceFound {
  const { reference } = attempt.begun;
  const before = attempt.evidence.filter((piece) => piece.source === source).length;
  return { type: 'evidence', at, id: `${source}-${before + 1}`, reference, source, trust: 'proof', finding };
}

/** The answer to one sending. */
export function responseTo(reference: string, sending: number, finding: Finding, at: number): EvidenceFound {
  const source = 'response';
  return { type: 'evidence', at, id: `${source}-${sending}`, reference, source, sending, trust: 'proof', finding };
}
