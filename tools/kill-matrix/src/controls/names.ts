/** Ways in which an engine can be broken; the matrix has to find each of them. */
export const breakageNames = [
  'journal_after_call',
  'written_behind',
  'fresh_key_per_life',
  'no_recovery',
  'event_acknowledged_early',
  'unclear_is_not_sent',
  'card_in_journal',
] as const;

export type BreakageName = (typeof breakageNames)[number];
