const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** When recovery looks at what is not decided, as data. All times in milliseconds. */
export interface RecoverySchedule {
  /** How long after its deadline a call is taken for dead. */
  readonly graceMilliseconds: number;
  /** How long to wait before the first look, the second, ...; the last one is used for all others. */
  readonly delaysMilliseconds: readonly number[];
  /** A "not found" after the provider's horizon is asked about again after so long at the latest. */
  readonly confirmationMilliseconds: number;
  /**
   * How long after the sending before it the second sending of one request is made, the third, ... The last has to come
   * when an outage of hours is over, and within the provider's window.
   */
  readonly repeatsMilliseconds: readonly number[];
  /** After so many lookups of one attempt a person has to look at it. */
  readonly lookupsBeforeReview: number;
  /** So many lookups at most of one attempt; those beyond `lookupsBeforeReview` while a person looks. */
  readonly maximumLookups: number;
  /** So many sendings at most of one attempt's request. */
  readonly maximumSendings: number;
  /** So long an attempt may stay undecided before a person has to look at it. */
  readonly reviewAfterMilliseconds: number;
}

/** Soon while it is fresh, rarely later: some fifteen looks in the first day, one in each day after that. */
export const defaultSchedule: RecoverySchedule = {
  graceMilliseconds: 5 * second,
  delaysMilliseconds: [
    2 * second,
    5 * second,
    15 * second,
    minute,
    2 * minute,
    5 * minute,
    10 * minute,
    20 * minute,
    30 * minute,
    hour,
    hour,
    2 * hour,
    4 * hour,
    8 * hour,
    day,
  ],
  confirmationMilliseconds: 10 * minute,
  repeatsMilliseconds: [minute, 7 * hour],
  lookupsBeforeReview: 30,
  maximumLookups: 40,
  maximumSendings: 3,
  reviewAfterMilliseconds: 14 * day,
};
