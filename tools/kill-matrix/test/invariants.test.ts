import { describe, expect, test } from 'vitest';
import { violationsIn } from '../src/invariants/all.ts';
import { leaksIn } from '../src/invariants/leaks.ts';
import type { Evidence } from '../src/invariants/violation.ts';
import { numberOf, securityCode } from '../src/scenarios/cards.ts';
import { accountSecrets } from '../src/town/accounts.ts';

type Movement = Evidence['movements'][number];

let sequence = 0;
function movement(more: Partial<Movement> = {}): Movement {
  const common = { provider: 'paymega', kind: 'charge', payment: 'payment-1', reference: 'k1-1' } as const;
  return { sequence: (sequence += 1), at: 0, amount: 1000n, currency: 'EUR', ...common, ...more };
}

const entry: Evidence['book'][number] = {
  payment: 'k1',
  key: 'k1',
  operation: 'charge',
  status: 'approved',
  provider: 'paymega',
  providerReference: 'cpi_1',
  amount: '1000',
  attempts: [{ provider: 'paymega', reference: 'k1-1', status: 'approved' }],
};

const told: Evidence['reports'][number] = {
  by: 'event',
  life: 1,
  key: 'k1',
  status: 'approved',
  provider: 'paymega',
  providerReference: 'cpi_1',
};

const event = { version: 1, type: 'operation_begun', at: 0, data: '{}' };
const dead = { events: [event], leaks: [], damage: [] };

const sound: Evidence = { key: 'k1', reports: [told], book: [entry], movements: [movement()], remains: [dead, dead] };

function broken(more: Partial<Evidence>): number[] {
  return violationsIn({ ...sound, ...more }).map(({ invariant }) => invariant);
}

describe('the invariants', () => {
  test('hold where journal, bank and merchant agree', () => {
    expect(broken({})).toEqual([]);
  });

  test.each<readonly [string, readonly number[], Partial<Evidence>]>([
    [
      'a charge at two banks',
      [1, 2],
      { movements: [movement(), movement({ provider: 'paycross', reference: 'k1-2' })] },
    ],
    ['a charge that only the bank knows', [2], { book: [], reports: [] }],
    ['a charge that only the journal knows', [3], { movements: [] }],
    ['another amount', [5], { movements: [movement({ amount: 999n })] }],
    [
      'a refund that was made twice',
      [2],
      {
        movements: [movement(), movement({ kind: 'refund', amount: 300n }), movement({ kind: 'refund', amount: 300n })],
      },
    ],
    ['something that stays open', [4], { book: [{ ...entry, status: 'unknown' }], reports: [] }],
    [
      'a review of which no event told',
      [4],
      { book: [{ ...entry, status: 'unknown', review: 'nobody knows' }], reports: [] },
    ],
    [
      'an event of the journal that changed',
      [6],
      { remains: [dead, { ...dead, events: [{ ...event, data: '{"a":1}' }] }] },
    ],
    ['an event of the journal that is gone', [6], { remains: [dead, { ...dead, events: [] }] }],
    ['a file that is damaged', [6], { remains: [{ ...dead, damage: ['row 1 missing from index'] }] }],
    [
      'an earlier final report that says something else',
      [7],
      { reports: [told, { ...told, by: 'result', status: 'declined' }] },
    ],
    ['an earlier approval of another transaction', [7], { reports: [told, { ...told, providerReference: 'cpi_2' }] }],
    ['an ending of which no event told', [7], { reports: [] }],
    ['a card in the file', [9], { remains: [{ ...dead, leaks: ['a card number in journal.sqlite-wal'] }] }],
  ])('do not hold after %s', (_what, invariants, more) => {
    expect(broken(more)).toEqual(invariants);
  });

  test('say nothing of money of which nobody knows, once a person was asked', () => {
    const reports = [{ ...told, status: 'unknown', type: 'payment.needs_review' }];
    expect(broken({ book: [{ ...entry, status: 'unknown', review: 'nobody knows' }], reports })).toEqual([]);
  });
});

describe('in the bytes of a file', () => {
  const number = numberOf('approved', 'paymega');
  const bytes = (text: string): Uint8Array => Buffer.from(`\0\u0001 ${text}\u00ff`, 'latin1');

  test.each([
    ['a card number', number],
    ['a card number', number.replaceAll(/(.{4})(?=.)/g, '$1 ')],
    ['a card number', number.slice(2, 11)],
    ['a card number', Buffer.from(`{"n":"${number}"}`).toString('base64')],
    ['a card number', Buffer.from(`{"no":"${number}"}`).toString('base64')],
    ['a card number', Buffer.from(`{"num":"${number}"}`).toString('base64')],
    ['a security code', `"cvv":"${securityCode}"`],
    ['a key of the merchant', accountSecrets[0] ?? ''],
  ])('%s is found: %s', (what, text) => {
    expect(leaksIn(bytes(text))).toEqual([what]);
  });

  test.each([
    ['the mask of a card', `${number.slice(0, 6)}******${number.slice(-4)}`],
    ['a time with the digits of a security code', `17637${securityCode}001`],
    ['an id with the digits of a security code', `a${securityCode}b`],
  ])('%s is no leak: %s', (_what, text) => {
    expect(leaksIn(bytes(text))).toEqual([]);
  });
});
