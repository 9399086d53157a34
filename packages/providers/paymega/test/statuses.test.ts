import type { Operation } from '@ducat/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Shop } from './shop.ts';
import { assertApproved, money, openShop, order } from './shop.ts';

type Answer = 'approved' | 'pending' | 'declined' | 'not_found' | 'unmapped_status';

/**
 * What each word of the platform says about each operation, written down from the pages once more and independently of the
 * adapter's tables: charge, authorize, capture, void, refund.
 */
type Answers = readonly [charge: Answer, authorize: Answer, capture: Answer, voided: Answer, refund: Answer];

const table: Readonly<{ [word: string]: Answers; constructor: Answers }> = {
  created: ['pending', 'pending', 'not_found', 'not_found', 'not_found'],
  processing: ['pending', 'pending', 'not_found', 'not_found', 'not_found'],
  process_pending: ['pending', 'pending', 'not_found', 'not_found', 'not_found'],
  process_error: ['pending', 'pending', 'not_found', 'not_found', 'not_found'],
  authorize_pending: ['pending', 'pending', 'not_found', 'not_found', 'not_found'],
  authorized: ['pending', 'approved', 'not_found', 'not_found', 'not_found'],
  authorize_failed: ['declined', 'declined', 'declined', 'approved', 'declined'],
  capture_pending: ['pending', 'approved', 'pending', 'declined', 'not_found'],
  capture_failed: ['pending', 'approved', 'declined', 'not_found', 'not_found'],
  processed: ['approved', 'approved', 'approved', 'declined', 'not_found'],
  partially_processed: ['pending', 'approved', 'approved', 'declined', 'not_found'],
  process_failed: ['declined', 'declined', 'declined', 'approved', 'declined'],
  rejected: ['declined', 'declined', 'declined', 'approved', 'declined'],
  expired: ['declined', 'declined', 'declined', 'approved', 'declined'],
  terminated: ['declined', 'declined', 'declined', 'approved', 'declined'],
  canceled: ['declined', 'declined', 'declined', 'approved', 'declined'],
  void_pending: ['pending', 'approved', 'declined', 'pending', 'not_found'],
  void_failed: ['pending', 'approved', 'not_found', 'declined', 'not_found'],
  voided: ['declined', 'approved', 'declined', 'approved', 'declined'],
  refunding: ['approved', 'approved', 'approved', 'declined', 'pending'],
  refund_error: ['approved', 'approved', 'approved', 'declined', 'pending'],
  refund_pending: ['approved', 'approved', 'approved', 'declined', 'pending'],
  partially_refunded: ['approved', 'approved', 'approved', 'declined', 'approved'],
  refunded: ['approved', 'approved', 'approved', 'declined', 'approved'],
  refund_failed: ['approved', 'approved', 'approved', 'declined', 'declined'],
  charged_back: ['approved', 'approved', 'approved', 'declined', 'not_found'],
  partially_charged_back: ['approved', 'approved', 'approved', 'declined', 'not_found'],
  PROCESSED: ['approved', 'approved', 'approved', 'declined', 'not_found'],
  frobnicated: ['unmapped_status', 'unmapped_status', 'unmapped_status', 'unmapped_status', 'unmapped_status'],
  processed_maybe: ['unmapped_status', 'unmapped_status', 'unmapped_status', 'unmapped_status', 'unmapped_status'],
  constructor: ['unmapped_status', 'unmapped_status', 'unmapped_status', 'unmapped_status', 'unmapped_status'],
};

const operations: readonly Operation[] = ['charge', 'authorize', 'capture', 'void', 'refund'];

let shop: Shop;
let payment: string;
let hold: string;

beforeAll(async () => {
  shop = openShop();
  const charged = await shop.provider.charge(order(), shop.attempt());
  const held = await shop.provider.authorize(order(), shop.attempt());
  assertApproved(charged);
  assertApproved(held);
  payment = charged.providerReference;
  hold = held.providerReference;
});

async function answerTo(operation: Operation, id: string, word: string): Promise<Answer> {
  shop.simulator.showStatus(id, word);
  const result = await shop.provider.lookup({ operation, providerReference: id });
  if (result.status === 'failed') throw result.error;
  if (result.status === 'not_found') return 'not_found';
  const { outcome } = result.transactions[0];
  if (outcome.status === 'action_required') throw new Error(outcome.status);
  if (outcome.status !== 'pending') return outcome.status;
  const isUnmapped = outcome.reason === 'unmapped_status';
  if (isUnmapped && outcome.raw['status'] !== word) throw new Error(`the word ${word} was not kept`);
  return isUnmapped ? 'unmapped_status' : 'pending';
}

describe('every word for the state of an invoice', () => {
  for (const [word, answers] of Object.entries(table)) {
    for (const [index, operation] of operations.entries()) {
      const answer = answers[index];
      test(`${word}: a ${operation} is ${answer}`, async () => {
        const id = operation === 'charge' || operation === 'refund' ? payment : hold;
        expect(await answerTo(operation, id, word)).toBe(answer);
      });
    }
    test(`${word}: a tokenization is what a charge is`, async () => {
      expect(await answerTo('tokenize', payment, word)).toBe(answers[0]);
    });
  }
});

describe('an invoice of the other flow', () => {
  for (const operation of ['authorize', 'capture', 'void'] as const) {
    test(`never passes for a ${operation}, nor for the proof that there was none`, async () => {
      shop.simulator.showStatus(payment, undefined);
      const result = await shop.provider.lookup({ operation, providerReference: payment });
      expect(result).toMatchObject({ status: 'failed', error: { code: 'contradicting_response', effect: 'none' } });
    });
  }

  test('never passes for a charge', async () => {
    shop.simulator.showStatus(hold, undefined);
    const result = await shop.provider.lookup({ operation: 'charge', providerReference: hold });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'contradicting_response' } });
  });
});

describe('an invoice under moderation', () => {
  test('is not approved, whatever its status says: the operation is blocked', async () => {
    shop.simulator.showStatus(payment, 'processed');
    shop.simulator.controls.nextAttributes({ moderation_required: true });
    const result = await shop.provider.lookup({ operation: 'charge', providerReference: payment });
    expect(result).toMatchObject({ transactions: [{ outcome: { status: 'pending', reason: 'moderation' } }] });
  });
});

describe('the amount of a payment', () => {
  test('that was processed in part is what was processed', async () => {
    shop.simulator.showStatus(payment, 'processed');
    shop.simulator.controls.nextAttributes({ processed_amount: 5 });
    const result = await shop.provider.lookup({ operation: 'charge', providerReference: payment });
    expect(result).toMatchObject({ transactions: [{ amount: money('5'), outcome: { amount: money('5') } }] });
  });

  test('whose fee the shopper paid on top is what was asked for', async () => {
    shop.simulator.showStatus(payment, 'processed');
    shop.simulator.controls.nextAttributes({ payment_amount: 10.31, processed_amount: '10.31' });
    const result = await shop.provider.lookup({ operation: 'charge', providerReference: payment });
    expect(result).toMatchObject({ transactions: [{ amount: money('10.01'), captured: money('10.31') }] });
  });
});
