import type { WebhookEvent } from '@ducat/core';
import type { Notice } from '../wire/notice.ts';
import { toRecord } from './outcome.ts';
import { toRefundRecord } from './refund.ts';

/** API page "Notices": a repeated sending differs in its time alone, so the fingerprint is made of the content. */
export function toNews(notice: Notice, provider: string): WebhookEvent {
  const frame = { provider, secrets: [] };
  const { cursor, state, changed_at: changedAt } = 'checkout' in notice ? notice.checkout : notice.refund;
  return {
    provider,
    fingerprint: [cursor, state, changedAt ?? ''].join(':'),
    transaction: 'checkout' in notice ? toRecord(notice.checkout, frame) : toRefundRecord(notice.refund, frame),
  };
}
