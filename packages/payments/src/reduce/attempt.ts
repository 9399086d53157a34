import type { AttemptBegun, EvidenceFound } from '../model/event.ts';
import type { Target } from '../model/operation.ts';
import { openHintsOf, isUnconfirmed } from './hints.ts';
import { isDecidedStatus } from './running.ts';
import type { AttemptState } from './state.ts';
import type { Transaction } from './transactions.ts';
import { referenceIn, transactionsOf } from './transactions.ts';
import { verdictOn } from './verdict.ts';

/** What the evidence of an attempt comes to, whatever its order and however often each piece came. */
export function attemptState(
  begun: AttemptBegun,
  target: Target | undefined,
  sendings: AttemptState['sendings'],
  evidence: readonly EvidenceFound[],
): AttemptState {
  const proofs = evidence.filter(({ trust }) => trust === 'proof');
  const hints = evidence.filter(({ trust }) => trust === 'hint');
  const transactions = transactionsOf(proofs);
  const isOwn = (name: string | undefined): boolean => name !== target?.providerReference;
  const own = transactions.filter(({ providerReference }) => isOwn(providerReference));
  const ownHints = hints.filter(({ finding }) => isOwn(referenceIn(finding)));
  const [status, ground] = verdictOn({ begun, sendings, proofs, hints: ownHints, own });
  const isDecided = isDecidedStatus(status);
  const isOperators = proofs.some(({ source }) => source === 'operator');
  return {
    begun,
    sendings,
    lastSending: sendings.at(-1) ?? sendings[0],
    evidence,
    status,
    ground,
    transactions,
    hasLooseEnd: status === 'approved' && !isOperators && (isUnlisted(proofs) || own.some(isOpen)),
    openHints: openHintsOf(hints, proofs, transactions, isDecided),
    isDisputed: isDecided && !isOperators && hints.some((hint) => isUnconfirmed(hint, proofs, transactions)),
    token: tokenOf(proofs),
    providerReference: namedReference(evidence),
  };
}

function isOpen({ status }: Transaction): boolean {
  return status === 'open';
}

/** Whether an approval was found by its id, and nobody has seen what else there is of the attempt. */
function isUnlisted(proofs: readonly EvidenceFound[]): boolean {
  const approved = proofs.filter(({ finding }) => finding.status === 'approved');
  if (!approved.every(({ byId }) => byId === true)) return false;
  return !proofs.some(({ source, byId, finding: { status } }) => {
    return source === 'lookup' && byId !== true && status !== 'unanswered' && status !== 'not_found';
  });
}

function tokenOf(proofs: readonly EvidenceFound[]): EvidenceFound['token'] {
  if (proofs.some(({ token }) => token === 'kept')) return 'kept';
  return proofs.some(({ token }) => token === 'missing') ? 'missing' : undefined;
}

/** What an approval names is what counts; else the first that was named at all. */
function namedReference(evidence: readonly EvidenceFound[]): string | undefined {
  let first: string | undefined;
  for (const { finding, trust } of evidence) {
    if (finding.status === 'approved' && trust === 'proof') return finding.providerReference;
    first ??= referenceIn(finding);
  }
  return first;
}
