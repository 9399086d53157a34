import type { EvidenceFound } from '../model/event.ts';
import type { Transaction } from './transactions.ts';
import { referenceIn } from './transactions.ts';

/** A lookup can be stale: what a webhook says was approved is asked about so often before it is given up. */
const answersToRefute = 3;

/** The hints that a lookup has still to confirm or refute. */
export function openHintsOf(
  hints: readonly EvidenceFound[],
  proofs: readonly EvidenceFound[],
  transactions: readonly Transaction[],
  isDecided: boolean,
): EvidenceFound[] {
  return hints.filter((hint) => {
    const { status } = hint.finding;
    const known = knownTo(hint, transactions);
    const answers = answersTo(hint, proofs);
    if (status === 'approved') return known?.status !== 'approved' && answers < answersToRefute;
    if (answers > 0 || (isDecided && status === 'declined')) return false;
    return known === undefined ? !isDecided || referenceIn(hint.finding) !== undefined : !isDecided;
  });
}

/** Whether lookups deny an approval that an authentic webhook told of. */
export function isUnconfirmed(
  hint: EvidenceFound,
  proofs: readonly EvidenceFound[],
  transactions: readonly Transaction[],
): boolean {
  if (hint.finding.status !== 'approved' || knownTo(hint, transactions)?.status === 'approved') return false;
  return answersTo(hint, proofs) >= answersToRefute;
}

function knownTo({ finding }: EvidenceFound, transactions: readonly Transaction[]): Transaction | undefined {
  const named = referenceIn(finding);
  return transactions.find(({ providerReference }) => providerReference === named);
}

function answersTo({ id }: EvidenceFound, proofs: readonly EvidenceFound[]): number {
  return proofs.filter(({ hints, finding }) => hints?.includes(id) === true && finding.status !== 'unanswered').length;
}
