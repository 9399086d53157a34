export const raceNames = [
  'same_charge',
  'charge_of_two_amounts',
  'captures',
  'same_capture',
  'capture_or_void',
  'refunds',
  'same_refund',
  'resumes',
] as const;

export type RaceName = (typeof raceNames)[number];
