import { statusTable } from '@ducat/adapter-kit';
import type { Pending } from '@ducat/core';

export type StatusMeaning = 'approved' | 'action_required' | 'declined' | 'canceled' | 'expired' | Pending['reason'];

/** API page "Checkouts": states. */
export const checkoutMeaning: (state: string) => StatusMeaning = statusTable<StatusMeaning>(
  {
    open: 'action_required',
    clearing: 'processing',
    held_back: 'moderation',
    paid: 'approved',
    turned_down: 'declined',
    walked_away: 'canceled',
    lapsed: 'expired',
  },
  () => 'unmapped_status',
);

/** API page "Refunds": states. */
export const refundMeaning: (state: string) => 'approved' | 'declined' | Pending['reason'] = statusTable<
  'approved' | 'declined' | Pending['reason']
>({ queued: 'processing', done: 'approved', rejected: 'declined' }, () => 'unmapped_status');
