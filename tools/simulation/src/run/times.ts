const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The calendar of a world, in milliseconds. */
export const times = {
  begin: Date.UTC(2026, 10, 21),
  /** Within so long all cases begin. */
  busy: 24 * hour,
  /** After so long the storm is over, and recovery looks less often. */
  slowAfter: 30 * hour,
  /** Longer than the horizon of everything: replays after three days, a person after fourteen. */
  end: 19 * day,
  recoverWhileBusy: 30_000,
  recoverLater: 20 * minute,
} as const;
