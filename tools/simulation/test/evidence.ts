import type { Case, Evidence } from '../src/invariants/evidence.ts';
import type { Movement } from '../src/invariants/banks.ts';
import type { KeptEvent, KeptPayment } from '../src/invariants/book.ts';
import { Violations } from '../src/invariants/violations.ts';
import { Calls } from '../src/process/calls.ts';
import { StoredBytes } from '../src/process/stored-bytes.ts';
import { Told } from '../src/scenario/told.ts';

/** A charge of 10.00 EUR at Paymega about which everybody agrees. */
export const movement: Movement = {
  provider: 'paymega',
  sequence: 1,
  at: 1,
  kind: 'charge',
  payment: 'payment-1',
  reference: 'p1-1',
  amount: 1000n,
  currency: 'EUR',
};

const amount = { minorUnits: '1000', currency: 'EUR' };

export const begun: KeptEvent = { type: 'operation_begun', at: 1, operation: 'p1', kind: 'charge', amount };
export const attempt: KeptEvent = {
  type: 'attempt_begun',
  at: 1,
  operation: 'p1',
  attempt: 1,
  provider: 'paymega',
  reference: 'p1-1',
};
export const proof: KeptEvent = {
  type: 'evidence',
  at: 2,
  id: 'response-1',
  reference: 'p1-1',
  source: 'response',
  trust: 'proof',
  finding: { status: 'approved', providerReference: 'cpi_1', amount },
};
export const settled: KeptEvent = {
  type: 'operation_settled',
  at: 2,
  operation: 'p1',
  result: 'approved',
  reference: 'p1-1',
  evidence: 'response-1',
};

function paymentOf(...events: readonly KeptEvent[]): KeptPayment {
  const own = (type: string): readonly KeptEvent[] => events.filter((event) => event.type === type);
  const operations = own('operation_begun').map((first) => ({
    begun: first,
    key: first.operation ?? '',
    attempts: own('attempt_begun')
      .filter(({ operation }) => operation === first.operation)
      .map((one) => ({ begun: one, evidence: own('evidence').filter(({ reference }) => reference === one.reference) })),
    settled: own('operation_settled').filter(({ operation }) => operation === first.operation),
    reviews: own('review_requested').filter(({ operation }) => operation === first.operation),
  }));
  return { payment: 'p1', raw: [], events, operations };
}

export interface Planted {
  readonly ledger?: readonly Movement[];
  readonly events?: readonly KeptEvent[];
  readonly endings?: readonly string[];
  readonly reviews?: readonly string[];
  readonly stored?: StoredBytes;
  readonly calls?: Calls;
  readonly told?: Told;
}

/** The agreed charge, with what a test plants in it. */
export function evidenceWith(planted: Planted = {}): Evidence {
  const { ledger = [movement], events = [begun, attempt, proof, settled] } = planted;
  const one: Case = { owner: 'p1', ledger, payments: [paymentOf(...events)], doubled: new Map() };
  const violations = new Violations();
  return {
    cases: [one],
    told: planted.told ?? new Told(violations),
    toldByEvents: new Told(violations),
    events: { endings: new Set(planted.endings ?? ['p1']), reviews: new Set(planted.reviews ?? []) },
    calls: planted.calls ?? new Calls(),
    forged: new Map(),
    stored: planted.stored ?? new StoredBytes(['5519283812030000']),
  };
}
