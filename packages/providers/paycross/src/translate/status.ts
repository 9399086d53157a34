import { statusTable } from '@ducat/adapter-kit';

export type StatusMeaning = 'approved' | 'declined' | 'expired' | 'action_required' | 'pending' | 'unmapped';

/** PayCross "Transaction statuses"; `expired` from "Payment", `pending` from the table of version 3 codes. */
export const statusMeaning: (word: string) => StatusMeaning = statusTable<StatusMeaning>(
  {
    successful: 'approved',
    failed: 'declined',
    expired: 'expired',
    incomplete: 'action_required',
    pending: 'pending',
    processing: 'pending',
  },
  () => 'unmapped',
);
