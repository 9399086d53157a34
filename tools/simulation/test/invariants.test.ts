import { createMemoryJournal } from '@ducat/journal-memory';
import { Money } from '@ducat/core';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../src/invariants/all.ts';
import { Violations } from '../src/invariants/violations.ts';
import { Calls } from '../src/process/calls.ts';
import { StoredBytes } from '../src/process/stored-bytes.ts';
import { Told } from '../src/scenario/told.ts';
import type { KeptEvent } from '../src/invariants/book.ts';
import type { Planted } from './evidence.ts';
import { attempt, begun, evidenceWith, movement, proof, settled } from './evidence.ts';

function broken(planted: Planted = {}): readonly number[] {
  const violations = new Violations();
  for (const check of allChecks) check(evidenceWith(planted), violations);
  return [...new Set(violations.all.map(({ invariant }) => invariant))];
}

const second = { ...movement, sequence: 2, payment: 'payment-2', reference: 'p1-2', provider: 'paycross' } as const;

describe('the invariants', () => {
  test('hold for a charge about which everybody agrees', () => {
    expect(broken()).toEqual([]);
  });

  test('1: are broken by a second charge, also by one that was given back later', () => {
    expect(broken({ ledger: [movement, second] })).toContain(1);
    const back = { ...second, sequence: 3, at: 9, kind: 'refund' } as const;
    expect(broken({ ledger: [movement, second, back] })).toContain(1);
  });

  test('2: are broken by money that the journal knows nothing of', () => {
    expect(broken({ ledger: [movement, { ...second, reference: 'p1-c1-1', kind: 'payout' }] })).toContain(2);
  });

  test('3: are broken by a success that the bank never had', () => {
    expect(broken({ ledger: [] })).toContain(3);
  });

  test('4: are broken by what is open, and by a review that nobody was told of', () => {
    expect(broken({ events: [begun, attempt], ledger: [] })).toContain(4);
    const review = { type: 'review_requested', at: 3, operation: 'p1', reference: 'p1-1', reason: 'who knows' };
    expect(broken({ events: [begun, attempt, review], ledger: [] })).toContain(4);
    expect(broken({ events: [begun, attempt, review], ledger: [], reviews: ['p1'] })).toEqual([]);
  });

  test('5: are broken by an amount that differs by one', () => {
    expect(broken({ ledger: [{ ...movement, amount: 999n }] })).toContain(5);
  });

  test('6: are broken by a state without a cause, a second end, and evidence that says something else', () => {
    expect(broken({ events: [begun, attempt, settled] })).toContain(6);
    expect(broken({ events: [begun, attempt, proof, settled, { ...settled, result: 'declined' }] })).toContain(6);
    expect(broken({ events: [begun, attempt, proof, { ...settled, result: 'declined' }] })).toContain(6);
    const other = { ...attempt, attempt: 2, reference: 'p1-2' };
    expect(broken({ events: [begun, attempt, proof, settled, other] })).toContain(6);
    expect(broken({ events: [begun, attempt, { ...proof, trust: 'hint' }, settled] })).toContain(6);
  });

  test('7: are broken by an end that was told otherwise, and by one that no event told', () => {
    expect(broken({ endings: [] })).toContain(7);
    const told = new Told(new Violations());
    told.say('p1', { key: 'p1', status: 'declined', amount: Money.of(1000n, 'EUR'), by: 'the answer', began: 1 });
    expect(broken({ told })).toContain(7);
  });

  test('7: are broken by a final word that is taken back', () => {
    const violations = new Violations();
    const told = new Told(violations);
    const amount = Money.of(1000n, 'EUR');
    told.say('p1', { key: 'p1', status: 'approved', amount, by: 'the answer', began: told.moment() });
    told.say('p1', { key: 'p1', status: 'approved', amount, by: 'a repeat', began: told.moment() });
    expect(violations.all).toEqual([]);
    told.say('p1', { key: 'p1', status: 'pending', amount, by: 'an answer under way', began: 0 });
    expect(violations.all).toEqual([]);
    told.say('p1', { key: 'p1', status: 'pending', amount, by: 'a repeat', began: told.moment() });
    expect(violations.all.map(({ invariant }) => invariant)).toEqual([7]);
  });

  test('9: are broken by a card number in what is written to the journal', async () => {
    const stored = new StoredBytes(['5519283812030000']);
    const journal = stored.watching(createMemoryJournal());
    const events = [{ type: 'evidence', at: 1, data: '{"raw":"card 5519283812030000"}' }];
    const append = { expectedVersion: 0, names: [], due: undefined, review: false, messages: [] };
    await journal.append({ ...append, payment: 'p2', events });
    expect(broken({ stored })).toContain(9);
  });

  test('6: are broken by a history that is not what was appended', async () => {
    const stored = new StoredBytes(['5519283812030000']);
    const journal = stored.watching(createMemoryJournal());
    const append = { expectedVersion: 0, names: [], due: undefined, review: false, messages: [] };
    await journal.append({ ...append, payment: 'p1', events: [{ type: 'evidence', at: 1, data: '{}' }] });
    expect(broken({ stored })).toContain(6);
  });

  test('10: are broken by a fourth sending and by endless lookups', () => {
    const sending = new Calls();
    for (let times = 0; times < 4; times += 1) sending.sent('p1-1');
    expect(broken({ calls: sending })).toContain(10);
    const asking = new Calls();
    for (let times = 0; times < 41; times += 1) asking.lookedUp('process-1', 'p1');
    expect(broken({ calls: asking })).toContain(10);
  });

  test('11: are broken by a refund for which there is not enough left, whatever the bank says to it', () => {
    const refund = (key: string): KeptEvent => ({ ...begun, operation: key, kind: 'refund' });
    const events = [begun, attempt, proof, settled, refund('p1-r1')];
    const failed = { ...settled, operation: 'p1-r1', result: 'declined' };
    expect(broken({ events: [...events, refund('p1-r2')] })).toContain(11);
    expect(broken({ events: [...events, failed, refund('p1-r2')] })).not.toContain(11);
    expect(broken({ events: [begun, refund('p1-r1')] })).toContain(11);
  });

  test('11: are broken by a capture of what was voided', () => {
    const held = { ...begun, kind: 'authorize' };
    const voided = { ...begun, operation: 'p1-v1', kind: 'void' };
    const capture = { ...begun, operation: 'p1-c1', kind: 'capture' };
    expect(broken({ events: [held, attempt, proof, settled, voided, capture] })).toContain(11);
    expect(broken({ events: [held, attempt, proof, settled, capture] })).not.toContain(11);
  });
});
