import { statusTable } from '@ducat/adapter-kit';

export type StatusMeaning = 'approved' | 'declined' | 'processing' | 'moderation' | 'unmapped_status';

/** Template "Transaction statuses". */
export const statusMeaning: (word: string) => StatusMeaning = statusTable<StatusMeaning>(
  {
    succeeded: 'approved',
    declined: 'declined',
    processing: 'processing',
    in_review: 'moderation',
  },
  () => 'unmapped_status',
);
