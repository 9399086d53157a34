/**
 * The merchant's name of one attempt at one provider. It is written down before anything is sent, travels to the
 * provider (Paymega `reference_id`, PayCross `tracking_id` and `RequestID`), and finds the transaction again.
 *
 * 1 to 64 letters, digits, `-` or `_`: it stands in paths and headers, and `;` would be two ids at PayCross.
 */
export type AttemptReference = string;

/** The provider's id of a transaction: `cpi_IPEphq1XwInHNOpH`, `e89abc1a-1d18-4d0f-83a1-7009b333dce0`. */
export type ProviderReference = string;

/** Whether the value can be an attempt reference. */
export function isAttemptReference(value: unknown): value is AttemptReference {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}
