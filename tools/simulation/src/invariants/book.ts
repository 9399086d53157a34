import type { Journal, JournalEvent } from '@ducat/core';

/** An amount as the journal keeps it. */
interface KeptMoney {
  readonly minorUnits: string;
  readonly currency: string;
}

/** One event as it stands in the journal, read by nobody's code but this. */
export interface KeptEvent {
  readonly type: string;
  readonly at: number;
  readonly operation?: string;
  readonly kind?: string;
  readonly amount?: KeptMoney;
  readonly reverses?: string;
  readonly attempt?: number;
  readonly provider?: string;
  readonly reference?: string;
  readonly proof?: string;
  readonly id?: string;
  readonly source?: string;
  readonly trust?: string;
  readonly result?: string;
  readonly evidence?: string;
  readonly providerReference?: string;
  readonly reason?: string;
  readonly target?: { readonly provider: string; readonly providerReference: string };
  readonly finding?: {
    readonly status: string;
    readonly providerReference?: string;
    readonly amount?: KeptMoney;
  };
}

interface KeptAttempt {
  readonly begun: KeptEvent;
  readonly evidence: readonly KeptEvent[];
}

export interface KeptOperation {
  readonly begun: KeptEvent;
  readonly key: string;
  readonly attempts: readonly KeptAttempt[];
  readonly settled: readonly KeptEvent[];
  readonly reviews: readonly KeptEvent[];
}

export interface KeptPayment {
  readonly payment: string;
  readonly raw: readonly JournalEvent[];
  readonly events: readonly KeptEvent[];
  readonly operations: readonly KeptOperation[];
}

/** All payments of a journal. */
export async function readBook(journal: Journal): Promise<readonly KeptPayment[]> {
  const found: KeptPayment[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await journal.payments({ limit: 500, ...(after === undefined ? {} : { after }) });
    for (const payment of page) found.push(keptPayment(payment, (await journal.read(payment))?.events ?? []));
    after = page.at(-1);
    if (after === undefined) return found;
  }
}

function keptPayment(payment: string, raw: readonly JournalEvent[]): KeptPayment {
  const events = raw.map(({ type, at, data }): KeptEvent => ({ ...(JSON.parse(data) as object), type, at }));
  const operations = events
    .filter(({ type }) => type === 'operation_begun')
    .map((begun): KeptOperation => {
      const key = begun.operation ?? '';
      const own = (type: string): readonly KeptEvent[] =>
        events.filter((event) => event.type === type && event.operation === key);
      const attempts = own('attempt_begun').map((attempt) => ({
        begun: attempt,
        evidence: events.filter((event) => event.type === 'evidence' && event.reference === attempt.reference),
      }));
      return { begun, key, attempts, settled: own('operation_settled'), reviews: own('review_requested') };
    });
  return { payment, raw, events, operations };
}

/** Transactions that the journal knows to be approved: each once, by the attempt that it belongs to. */
export function approvedOf({ attempts }: KeptOperation): readonly ApprovedTransaction[] {
  return attempts.flatMap(({ begun, evidence }) => {
    const found = new Map<string, ApprovedTransaction>();
    for (const { finding, trust } of evidence) {
      if (finding?.status !== 'approved' || trust !== 'proof' || finding.amount === undefined) continue;
      const providerReference = finding.providerReference ?? '';
      const { provider = '', reference = '' } = begun;
      found.set(providerReference, { provider, reference, providerReference, amount: finding.amount });
    }
    return [...found.values()];
  });
}

export interface ApprovedTransaction {
  readonly provider: string;
  readonly reference: string;
  readonly providerReference: string;
  readonly amount: KeptMoney;
}
