import type { EvidenceFound } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';

/** One transaction at the provider, as the proofs of an attempt show it. */
export interface Transaction {
  readonly providerReference: string;
  /** `approved` is never outvoted, and `declined` only by `approved`. */
  readonly status: 'approved' | 'declined' | 'open';
  /** The first evidence of its status. */
  readonly ground: EvidenceFound;
}

const rank: Readonly<Record<Transaction['status'], number>> = { open: 0, declined: 1, approved: 2 };

/** Every transaction that the evidence names, in the order of their first mention. */
export function transactionsOf(proofs: readonly EvidenceFound[]): Transaction[] {
  const found = new Map<string, Transaction>();
  for (const ground of proofs) {
    const providerReference = referenceIn(ground.finding);
    if (providerReference === undefined) continue;
    const status = statusOf(ground.finding);
    const known = found.get(providerReference);
    if (known !== undefined && rank[known.status] >= rank[status]) continue;
    found.set(providerReference, { providerReference, status, ground });
  }
  return [...found.values()];
}

/** The provider's id that a finding names. */
export function referenceIn(finding: Finding): string | undefined {
  return 'providerReference' in finding ? finding.providerReference : undefined;
}

function statusOf({ status }: Finding): Transaction['status'] {
  return status === 'approved' || status === 'declined' ? status : 'open';
}
